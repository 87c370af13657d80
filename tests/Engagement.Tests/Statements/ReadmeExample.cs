using System.Text;
using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>The example of the library's README, compiled; <see cref="ReadmeTests"/> holds the two together.</summary>
internal static class ReadmeExample
{
    public static void Run()
    {
        var reader = new StatementReader(new Pseudonym("a secret key"u8.ToArray()));
        reader.Read(File.ReadAllBytes("statement.json"), brokerTimeMicros: 1_767_225_600_000_000, new Printer());
    }
}

internal sealed class Printer : IStatementSink
{
    public void Accept(int index, in Statement statement) =>
        Console.WriteLine($"{index}: {statement.LearnerId} {statement.Role} {Encoding.UTF8.GetString(statement.ActivityId)}");

    public void Reject(int index, Rejection rejection, ReadOnlySpan<byte> raw) =>
        Console.WriteLine($"{index}: {rejection.Rule} at {rejection.Path}: {rejection.Reason}");

    public void Ignore(int index, Ignored ignored) => Console.WriteLine($"{index}: {ignored.Reason}");
}
