using Engagement.Benchmarks.Machines;

namespace Engagement.Benchmarks.Ingest;

/// <summary>Processor seconds by who used them.</summary>
/// <param name="Worker">The process that reads Kafka; 0 where ClickHouse does.</param>
/// <param name="Engine">ClickHouse; 0 where none takes part.</param>
/// <param name="Broker">The broker, which every contender shares, and what the benchmark itself does in its process.</param>
internal readonly record struct CpuSeconds(double Worker, double Engine, double Broker)
{
    public double Sum => Worker + Engine + Broker;

    /// <summary>So far.</summary>
    /// <param name="worker">Null where there is none.</param>
    /// <param name="engine">Likewise.</param>
    public static CpuSeconds Of(MeasuredProcess? worker, EngineProcess? engine) => new(
        worker?.Use.Cpu.TotalSeconds ?? 0, engine is null ? 0 : ProcessUse.Of(engine.Id).Cpu.TotalSeconds,
        ProcessUse.Of(Environment.ProcessId).Cpu.TotalSeconds);

    public static CpuSeconds operator -(CpuSeconds a, CpuSeconds b) => new(a.Worker - b.Worker, a.Engine - b.Engine, a.Broker - b.Broker);

    public static CpuSeconds operator *(CpuSeconds a, double factor) => new(a.Worker * factor, a.Engine * factor, a.Broker * factor);
}
