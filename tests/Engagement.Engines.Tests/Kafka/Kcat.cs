using System.Diagnostics;

namespace Engagement.Engines.Tests.Kafka;

/// <summary>kcat, a Kafka client nobody here wrote.</summary>
internal static class Kcat
{
    public static async Task<string> RunAsync(string arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo("kcat", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(deadline.Token);
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }
}
