namespace Engagement.Benchmarks.Ingest;

/// <summary>What one contender did in one run.</summary>
/// <param name="Name">Of the contender.</param>
/// <param name="Rate">Statements a second, between two fifths and nine tenths of them.</param>
/// <param name="Cpu">Of the whole run, start and warming up included.</param>
/// <param name="Warm">In the window of <paramref name="Rate"/>, of one statement.</param>
/// <param name="WorkerPeak">Bytes.</param>
/// <param name="EnginePeak">Bytes.</param>
/// <param name="Doubled">Rows stored beyond one a statement.</param>
/// <param name="Allocated">Bytes allocated by .NET for a statement, where that was counted.</param>
internal sealed record Figures(
    string Name, double Rate, CpuSeconds Cpu, CpuSeconds Warm, long WorkerPeak, long EnginePeak, long Doubled = 0, double Allocated = 0);
