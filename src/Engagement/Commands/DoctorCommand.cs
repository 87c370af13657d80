using System.CommandLine;
using Engagement.Doctor;
using Engagement.Processes;

namespace Engagement.Commands;

/// <summary><c>engagement doctor</c>: checks every dependency by using it; exit code 1 where one is wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create() =>
        new Command("doctor", "Checks every dependency and says what is wrong")
            .Does(async (_, settings, stop) =>
            {
                var isWell = true;
                await foreach (var finding in new Examination(settings).RunAsync(stop))
                {
                    Console.WriteLine($"{(finding.IsWell ? "ok   " : "WRONG")} {finding.Name,-12} {finding.Text}");
                    isWell &= finding.IsWell;
                }
                return isWell ? ExitCodes.Done : ExitCodes.Failed;
            });
}
