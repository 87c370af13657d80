namespace Engagement.Hosting;

/// <summary>Something the person at the keyboard can put right. Shown as its message alone, exit code 1.</summary>
public sealed class Fault(string message) : Exception(message);
