using System.Text.Json;
using Engagement.Simulator;

namespace Engagement.Tests.Simulator;

public class OutlineTests
{
    private static readonly Simulation s_simulation = new(new() { Learners = 40 });

    [Fact]
    public void The_outline_lists_the_sections_in_order()
    {
        var json = JsonDocument.Parse(s_simulation.Outline).RootElement;

        Assert.Equal(s_simulation.Course.Id, json.GetProperty("course").GetString());
        Assert.Equal(
            s_simulation.Course.Sections.Select(section => section.Id),
            json.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("id").GetString()!));
    }

    [Fact]
    public void No_activity_is_claimed_by_two_sections()
    {
        var activities = s_simulation.Course.Sections.SelectMany(section => section.Activities).ToArray();

        Assert.Equal(activities.Length, activities.Distinct().Count());
        Assert.All(activities.Where(activity => activity.EndsWith('*')), prefix =>
            Assert.Single(s_simulation.Course.Sections, section =>
                section.Activities.Any(activity => activity.StartsWith(prefix[..^1], StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_section_is_visited_by_somebody() => Assert.All(
        s_simulation.Course.Sections,
        section => Assert.Contains(s_simulation.Truth.Learners, learner => learner.Sections[section.Position - 1].Visits > 0));
}
