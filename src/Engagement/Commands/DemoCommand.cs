using System.CommandLine;
using Engagement.Demo;
using Engagement.Hosting;
using Engagement.Processes;
using Engagement.Simulator;

namespace Engagement.Commands;

/// <summary><c>engagement demo</c>: the whole product on a simulated course.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "Feed the course, wait until everything is computed, print its section table and end" };
        var minutes = new Option<double>("--minutes") { Description = "How long the live half of the course lasts", DefaultValueFactory = _ => 10 };
        var urls = new Option<string?>("--urls") { Description = "Where the pages are served; port 5080 or the next free one by default" };
        var command = new Command("demo", "Starts everything on a simulated course and prints the address of its page") { once, minutes, urls };
        SimulateCommand.AddOptionsTo(command);
        return command.Does(async (parsed, settings, stop) =>
        {
            var keep = parsed.GetResult(SharedOptions.Data) is { Implicit: false };
            if (!keep) settings = settings.In(await DemoFolder.FreshAsync(settings.Data, stop));
            // The course's time is not ours: learners are scored as of its newest statement, and soon after it came.
            // It shares a laptop with its reader's browser, so numbers move each five seconds, not two.
            settings = settings.Or("Metrics:Interval=00:00:05", "Attrition:AsOf=Newest", "Attrition:ScoreEvery=00:00:15", "Alerts:AsOf=Newest", "Alerts:RaiseEvery=00:00:10");
            var url = parsed.GetValue(urls) ?? $"http://127.0.0.1:{FreePort.Find(preferred: 5080)}";
            var run = new DemoRun(settings, new Simulation(SimulateCommand.Options(parsed)), url);
            return parsed.GetValue(once)
                ? await run.OnceAsync(stop)
                : await run.LiveAsync(TimeSpan.FromMinutes(Math.Max(parsed.GetValue(minutes), 0)), stop);
        });
    }
}
