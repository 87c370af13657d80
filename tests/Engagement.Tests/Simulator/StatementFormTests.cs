using System.Text.Json;
using Engagement.Simulator;

namespace Engagement.Tests.Simulator;

public class StatementFormTests
{
    private static readonly SimulationOptions s_options = new() { Learners = 60 };
    private static readonly Simulation s_simulation = new(s_options);
    private static readonly (SimulatedStatement Sent, JsonElement Json)[] s_statements =
        [.. s_simulation.Statements().Select(statement => (statement, JsonDocument.Parse(statement.Utf8).RootElement))];

    [Fact]
    public void Statements_come_in_order_of_time_and_within_the_course()
    {
        var last = s_options.Start;
        foreach (var (sent, json) in s_statements)
        {
            Assert.InRange(sent.Time, last, s_options.End);
            Assert.Equal(sent.Time, json.GetProperty("timestamp").GetDateTimeOffset());
            last = sent.Time;
        }
    }

    [Fact]
    public void The_truth_counts_them() => Assert.Equal(s_simulation.Truth.Statements, s_statements.Length);

    [Fact]
    public void Each_has_a_random_looking_id_of_its_own()
    {
        var ids = s_statements.Select(statement => statement.Json.GetProperty("id").GetGuid()).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(4, id.Version));
        Assert.All(ids, id => Assert.InRange(id.Variant, 8, 11));
    }

    [Fact]
    public void Each_actor_has_a_name_and_one_identifier_which_is_the_key()
    {
        foreach (var (sent, json) in s_statements)
        {
            var actor = json.GetProperty("actor");
            Assert.NotEmpty(actor.GetProperty("name").GetString()!);
            Assert.Equal(2, actor.EnumerateObject().Count());
            Assert.Equal(EventWalk.IdentifierOf(actor), sent.Key);
        }
    }

    [Fact]
    public void All_four_kinds_of_identifier_occur_and_some_learners_have_two()
    {
        var used = s_statements
            .SelectMany(statement => statement.Json.GetProperty("actor").EnumerateObject().Select(p => (p.Name, statement.Sent.Key)))
            .Where(property => property.Name != "name").Distinct().ToArray();

        Assert.Equal(["account", "mbox", "mbox_sha1sum", "openid"], used.Select(one => one.Name).Distinct().Order());
        Assert.Contains(used.GroupBy(one => one.Key), kinds => kinds.Count() == 2);
    }

    [Fact]
    public void An_answer_names_an_earlier_statement()
    {
        var seen = new HashSet<Guid>();
        var answers = 0;
        foreach (var (_, json) in s_statements)
        {
            if (json.GetProperty("context").TryGetProperty("statement", out var reference))
            {
                answers++;
                Assert.Contains(reference.GetProperty("id").GetGuid(), seen);
                Assert.False(json.GetProperty("context").TryGetProperty("platform", out _));
            }
            seen.Add(json.GetProperty("id").GetGuid());
        }
        Assert.True(answers > 20);
    }

    [Fact]
    public void They_are_as_long_as_real_ones() =>
        Assert.InRange(s_statements.Average(statement => statement.Sent.Utf8.Length), 700, 1200);

    [Fact]
    public void Every_name_and_every_written_word_is_known_as_personal()
    {
        var personal = s_simulation.Truth.PersonalTexts.ToHashSet();
        foreach (var (_, json) in s_statements)
        {
            Assert.Contains(json.GetProperty("actor").GetProperty("name").GetString()!, personal);
            if (json.TryGetProperty("result", out var result) && result.TryGetProperty("response", out var response)
                && response.GetString() is { Length: > 1 } written)
                Assert.Contains(written, personal);
        }
    }
}
