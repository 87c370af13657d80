using Engagement.Attrition.Features;

namespace Engagement.Attrition;

/// <summary>What is predicted of a person-week. Source: metrics, "Attrition".</summary>
public sealed class AttritionTask
{
    private readonly Func<PersonWeeks, bool[]> _labels;
    private readonly Func<PersonWeeks, int, bool> _isAsked;

    private AttritionTask(string name, Func<PersonWeeks, int, bool> isAsked, Func<PersonWeeks, bool[]> labels) =>
        (Name, _isAsked, _labels) = (name, isAsked, labels);

    /// <summary>Of those active in the 14 days up to the cut: nothing in the horizon after it.</summary>
    public static AttritionTask GoesSilent { get; } = new("goes-silent", (weeks, row) => weeks.IsActive[row], weeks => weeks.GoesSilent);

    /// <summary>Of all who are enrolled: withdraws in the horizon after the cut.</summary>
    public static AttritionTask Withdraws { get; } = new("withdraws", (_, _) => true, weeks => weeks.Withdraws);

    /// <summary>Of those active in the 28 days up to the cut: withdraws in the horizon after it, or does nothing in it and does not
    /// complete the course either. What learners are scored by.</summary>
    public static AttritionTask GivesUp { get; } = new("gives-up", (weeks, row) => weeks.IsEligible[row], weeks => weeks.GivesUp);

    /// <summary>As model documents have it.</summary>
    public string Name { get; }

    /// <summary>The rows it is asked of.</summary>
    public PersonWeeks Of(PersonWeeks weeks) => weeks.Where(row => _isAsked(weeks, row));

    /// <summary>What happened; one a row.</summary>
    public bool[] Labels(PersonWeeks weeks) => _labels(weeks);
}
