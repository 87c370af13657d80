using BenchmarkDotNet.Attributes;
using Engagement.Statements;

namespace Engagement.Benchmarks.Reader;

/// <summary>The library alone: bytes to a verdict with all columns, one thread. An operation is one statement.</summary>
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
