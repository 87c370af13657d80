using System.IO.Compression;
using System.Text;
using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>22,000 statements of real video players.</summary>
public sealed class RealStatementTests
{
    [RealDataFact("statements/fun-mooc.jsonl.gz")]
    public void Whole_export_is_accepted_and_has_its_learners()
    {
        using var file = File.OpenRead(RealDataFactAttribute.PathOf("statements/fun-mooc.jsonl.gz"));
        using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress), Encoding.UTF8);
        var sink = new VerdictSink();
        var reader = new StatementReader(Reading.Pseudonym);
        while (lines.ReadLine() is { } line) reader.Read(Encoding.UTF8.GetBytes(line), Reading.BrokerTime, sink);

        Assert.Equal(22_000, sink.Verdicts.Count);
        Assert.DoesNotContain(sink.Verdicts, v => v.Rule is not null);
        Assert.Equal(1_452, sink.Verdicts.Select(v => v.LearnerId).Distinct().Count());
        Assert.Equal(22_000, sink.Verdicts.Select(v => v.Id).Distinct().Count());
        Assert.Equal(2, sink.Verdicts.Select(v => v.CourseId).Distinct().Count());
        Assert.DoesNotContain(sink.Verdicts, v => v.AttemptId == "" || v.ClaimedAtMicros is null);
    }
}
