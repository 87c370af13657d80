using System.Reflection;
using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>A change that breaks a rule is refused under that rule whatever else the statement says, or leaves out.</summary>
public sealed class MutationTests
{
    private static readonly string[] Optional =
        ["id", "result", "context", "timestamp", "stored", "authority", "version", "attachments", "object definition", "verb display", "actor name"];

    public static TheoryData<string, string?, string, string> Changes
    {
        get
        {
            var changes = new TheoryData<string, string?, string, string>();
            var table = typeof(RuleTests).GetMethod(nameof(RuleTests.Change_is_refused_under_its_rule))!;
            foreach (var row in table.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(table)))
                changes.Add((string)row[0], (string?)row[1], (string)row[2], (string)row[3]);
            return changes;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_is_refused_in_any_statement(string path, string? json, string rule, string place)
    {
        var random = new Random(17);
        for (var run = 0; run < 4; run++)
        {
            var statement = Sample.Full;
            foreach (var member in Optional)
                if (random.Next(2) == 0 && !Touches(member, path, place)) statement = Sample.With(member, null, statement);
            Reading.Accepted(statement);
            Reading.Rejected(Sample.With(path, json, statement), rule, place);
        }
    }

    private static bool Touches(string member, string path, string place) =>
        $"{path} ".StartsWith($"{member} ", StringComparison.Ordinal)
        || place.StartsWith($"$.{member.Replace(' ', '.')}", StringComparison.Ordinal)
        || member.StartsWith($"{path} ", StringComparison.Ordinal);
}
