namespace Engagement.Processes;

/// <summary>What the program's exit code tells.</summary>
public static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It did not work; the last line on standard error says what, why and what to do.</summary>
    public const int Failed = 1;

    /// <summary>A server verb can't start with these settings; starting it again would not help (EX_CONFIG).</summary>
    public const int Misconfigured = 78;

    /// <summary>Ended by Ctrl-C or SIGTERM before its work was done.</summary>
    public const int Interrupted = 130;
}
