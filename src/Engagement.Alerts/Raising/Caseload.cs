namespace Engagement.Alerts.Raising;

/// <summary>Whom one facilitator looks after. Those of a course whom nobody is named for are a caseload of their own.</summary>
/// <param name="Facilitator">Pseudonym; empty: nobody is named.</param>
/// <param name="Course">Null: all courses of the facilitator. Else the one course, where nobody is named.</param>
/// <param name="Learners">Their number by course.</param>
/// <param name="Capacity">New alerts a day.</param>
/// <param name="Zone">In which the day begins.</param>
public sealed record Caseload(Guid Facilitator, string? Course, IReadOnlyDictionary<string, int> Learners, int Capacity, TimeZoneInfo Zone)
{
    public bool Has(Guid facilitator, string course) => facilitator == Facilitator && (Course is null || course == Course);

    /// <summary>The facilitator's day.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
}
