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
                .AddJob(Job.Default.WithWarmupCount(10).WithIterationCount(25).WithToolchain(InProcessEmitToolchain.Instance));
            var reports = BenchmarkRunner.Run<ReaderBenchmark>(config).Reports;
            foreach (var report in reports)
            {
                var nanoseconds = report.ResultStatistics!;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{report.BenchmarkCase.Descriptor.WorkloadMethod.Name}: {ReaderBenchmark.Bytes:0} bytes a statement: median {nanoseconds.Median / 1000:0.00} µs, "
                    + $"{ReaderBenchmark.Bytes / nanoseconds.Median * 1000:0} MB/s a core; best {ReaderBenchmark.Bytes / nanoseconds.Min * 1000:0} MB/s; "
                    + $"{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0} bytes allocated"));
            }

            return 0;
        });
        return command;
    }
}
