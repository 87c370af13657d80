using System.CommandLine;
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Engagement.Benchmarks.Reader;

/// <summary><c>bench reader</c>: BenchmarkDotNet on the statement reader.</summary>
internal static class ReaderCommand
{
    public static Command Create()
    {
        var command = new Command("reader", "The statement reader alone, by BenchmarkDotNet: bytes a second, allocations");
        command.SetAction(_ =>
        {
            // In this process, as BenchmarkDotNet would else generate and build a project inside this tree.
            var config = DefaultConfig.Instance
                .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "engagement-bench"))
                .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
            var report = BenchmarkRunner.Run<ReaderBenchmark>(config).Reports[0];
            var nanoseconds = report.ResultStatistics!.Mean;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{ReaderBenchmark.Bytes:0} bytes a statement: {nanoseconds / 1000:0.00} µs, {ReaderBenchmark.Bytes / nanoseconds * 1000:0} MB/s a core, "
                + $"{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0} bytes allocated"));
            return 0;
        });
        return command;
    }
}
