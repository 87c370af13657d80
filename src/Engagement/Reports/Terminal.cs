using Spectre.Console;

namespace Engagement.Reports;

/// <summary>Standard output for results, wide enough for a table where it goes to a file; standard error for progress.</summary>
internal static class Terminal
{
    public static IAnsiConsole Results()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected) console.Profile.Width = 200;
        return console;
    }

    public static IAnsiConsole Progress() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Error),
    });
}
