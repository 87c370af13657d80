using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Engagement.Statements;

namespace Engagement.Benchmarks.Reader;

/// <summary>
/// The library alone: bytes to a verdict with all columns, one thread. An operation is one statement. Beside it what .NET's own
/// reader takes for the same bytes when it only walks them, and does nothing with them: a measure that noise changes as it does ours.
/// </summary>
[MemoryDiagnoser]
public class ReaderBenchmark
{
    private const int Count = 20_000;
    private const long BrokerTime = 1_767_225_600_000_000;

    private readonly StatementReader _reader = new(new Pseudonym(new byte[32]));
    private readonly Verdicts _verdicts = new();
    private byte[][] _statements = [];

    /// <summary>Mean size of a statement.</summary>
    public static double Bytes { get; } = SampleStatements.Of(Count).Average(s => (double)s.Utf8.Length);

    [GlobalSetup]
    public void Load() => _statements = [.. SampleStatements.Of(Count).Select(s => s.Utf8.ToArray())];

    [Benchmark(OperationsPerInvoke = Count)]
    public long Read()
    {
        foreach (var statement in _statements) _reader.Read(statement, BrokerTime, _verdicts);
        return _verdicts.Accepted;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public long Walk()
    {
        var tokens = 0L;
        foreach (var statement in _statements)
        {
            var reader = new Utf8JsonReader(statement);
            while (reader.Read()) tokens++;
        }

        return tokens;
    }

    private sealed class Verdicts : IStatementSink
    {
        public long Accepted { get; private set; }

        public void Accept(int index, in Statement statement) => Accepted++;

        public void Reject(int index, Rejection rejection, ReadOnlySpan<byte> raw) =>
            throw new InvalidOperationException($"A simulated statement was refused: {rejection}");

        public void Ignore(int index, Ignored ignored) =>
            throw new InvalidOperationException($"A simulated statement was passed over: {ignored}");
    }
}
