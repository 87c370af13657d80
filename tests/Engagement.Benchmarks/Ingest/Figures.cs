namespace Engagement.Benchmarks.Ingest;

/// <summary>What one contender did in one run.</summary>
/// <param name="Name">Of the contender.</param>
/// <param name="Rate">Statements a second, between two fifths and nine tenths of them.</param>
/// <param name="Worker">Processor seconds of the process that reads Kafka; 0 where ClickHouse does.</param>
/// <param name="Engine">Processor seconds of ClickHouse; 0 where none takes part.</param>
/// <param name="Broker">Processor seconds of the broker, which every contender shares.</param>
/// <param name="WorkerPeak">Bytes.</param>
/// <param name="EnginePeak">Bytes.</param>
/// <param name="Doubled">Rows stored beyond one a statement.</param>
/// <param name="Allocated">Bytes allocated by .NET for a statement, where that was counted.</param>
internal sealed record Figures(
    string Name, double Rate, double Worker, double Engine, double Broker, long WorkerPeak, long EnginePeak, long Doubled = 0, double Allocated = 0);
