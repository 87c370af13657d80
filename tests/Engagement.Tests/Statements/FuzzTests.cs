using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>
/// Damaged statements, the same ones in every run: input n is made by seed n. <c>ENGAGEMENT_FUZZ_INPUTS=1000000</c> asks
/// for more of them.
/// </summary>
public sealed class FuzzTests
{
    private const int Quick = 20_000;

    // Far above what a few kilobytes cost even on a busy machine; far below what a loop costs.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    private static readonly HashSet<string> KnownRules =
        [.. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(rule => (string)rule.GetValue(null)!)];

    private static int Inputs =>
        int.TryParse(Environment.GetEnvironmentVariable("ENGAGEMENT_FUZZ_INPUTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Quick;

    [Fact]
    public void Any_damage_gets_verdicts_in_order_and_in_a_moment()
    {
        var sink = new VerdictSink();
        var reader = new StatementReader(Reading.Pseudonym);
        var accepted = 0;
        for (var seed = 0; seed < Inputs; seed++)
        {
            var input = DamagedStatement.Make(new Random(seed));
            sink.Verdicts.Clear();
            var start = Stopwatch.GetTimestamp();
            try
            {
                reader.Read(input, Reading.BrokerTime, sink);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {Convert.ToBase64String(input)}", e);
            }

            Check(seed, sink.Verdicts, Stopwatch.GetElapsedTime(start));
            // What one input left behind in the reader's buffers must not reach the next.
            if (seed % 16 == 0) Assert.Equal(Reading.All(input), sink.Verdicts);
            if (sink.Verdicts.TrueForAll(v => v.Rule is null)) accepted++;
        }

        // Some damage does no harm; were it none or all, the inputs would test nothing.
        Assert.InRange(accepted, Inputs / 50, Inputs - Inputs / 50);
    }

    private static void Check(int seed, List<Verdict> verdicts, TimeSpan time)
    {
        var isFine = verdicts.Count > 0 && time < Moment;
        for (var i = 0; i < verdicts.Count; i++)
        {
            var v = verdicts[i];
            isFine &= v.Index == i;
            isFine &= v.Rule is null ? v.Id != Guid.Empty : KnownRules.Contains(v.Rule) && v.Path.StartsWith('$') && v.Reason.Length > 0;
        }

        Assert.True(isFine, $"Seed {seed}, {time}: {string.Join("; ", verdicts)}");
    }
}
