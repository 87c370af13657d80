using System.Text;
using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>Short ways to read a message in a test.</summary>
internal static class Reading
{
    public const long BrokerTime = 1_700_000_000_000_000;

    public static readonly Pseudonym Pseudonym = new("a key for tests"u8.ToArray());

    public static List<Verdict> All(ReadOnlySpan<byte> message, ReadingOptions? options = null, long brokerTime = BrokerTime)
    {
        var sink = new VerdictSink();
        new StatementReader(Pseudonym, options).Read(message, brokerTime, sink);
        return sink.Verdicts;
    }

    public static List<Verdict> All(string message, ReadingOptions? options = null) => All(Encoding.UTF8.GetBytes(message), options);

    public static Verdict One(string message, ReadingOptions? options = null) => Assert.Single(All(message, options));

    public static Verdict Accepted(string message, ReadingOptions? options = null)
    {
        var verdict = One(message, options);
        Assert.True(verdict.Rule is null, $"{verdict.Rule} at {verdict.Path}: {verdict.Reason}");
        return verdict;
    }

    public static void Rejected(string message, string rule, string path, ReadingOptions? options = null)
    {
        var verdict = One(message, options);
        Assert.Equal((rule, path, false), (verdict.Rule, verdict.Path, verdict.IsIgnored));
        Assert.NotEmpty(verdict.Reason);
    }

    public static void Ignored(string message, string rule)
    {
        var verdict = One(message);
        Assert.Equal((rule, true), (verdict.Rule, verdict.IsIgnored));
        Assert.NotEmpty(verdict.Reason);
    }
}
