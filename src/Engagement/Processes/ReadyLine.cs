namespace Engagement.Processes;

/// <summary>The one line a server verb prints on standard output once it answers: for people to read and for a parent to wait for.</summary>
public static class ReadyLine
{
    private const string Mark = " answers at ";

    public static void Print(string what, string address) => Console.Out.WriteLine(what + Mark + address);

    public static string? Address(string line)
    {
        var at = line.LastIndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? null : line[(at + Mark.Length)..].Trim();
    }
}
