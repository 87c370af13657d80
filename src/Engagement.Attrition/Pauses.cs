using Engagement.ClickHouse;

namespace Engagement.Attrition;

/// <summary>Spans of days on which nobody is expected, marked by an operator. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class Pauses(ClickHouseClient clickHouse, TimeProvider clock)
{
    /// <summary>All of them, by course and day.</summary>
    public Task<List<Pause>> ListAsync(CancellationToken cancel = default) => clickHouse.ListAsync<Pause>(
        "SELECT course_id, toString(p.first_day) AS first_day, toString(p.last_day) AS last_day, name FROM pauses AS p FINAL ORDER BY course_id, p.first_day", cancel: cancel);

    /// <summary>Marks one; where one of the course begins on the same day, it is replaced.</summary>
    /// <exception cref="ArgumentException">It ends before it begins, or is longer than a year.</exception>
    public Task MarkAsync(Pause pause, CancellationToken cancel = default)
    {
        if (pause.Fault is { } fault) throw new ArgumentException(fault);
        return WriteAsync(pause, isDeleted: false, cancel);
    }

    /// <summary>Forgets one.</summary>
    public Task RemoveAsync(Pause pause, CancellationToken cancel = default) => WriteAsync(pause, isDeleted: true, cancel);

    private Task WriteAsync(Pause pause, bool isDeleted, CancellationToken cancel) => clickHouse.InsertRowsAsync("pauses", [new
    {
        pause.CourseId, pause.FirstDay, pause.LastDay, pause.Name, RowVersion = clock.GetUtcNow().ToUnixTimeMilliseconds(), IsDeleted = isDeleted ? 1 : 0,
    }], cancel);
}

/// <summary>A span of days on which nobody is expected.</summary>
/// <param name="CourseId">Empty: every course.</param>
/// <param name="FirstDay">UTC.</param>
/// <param name="LastDay">Still part of it.</param>
/// <param name="Name">E.g. Christmas.</param>
public sealed record Pause(string CourseId, DateOnly FirstDay, DateOnly LastDay, string Name)
{
    /// <summary>What is wrong with it, if anything.</summary>
    public string? Fault
    {
        get
        {
            var days = LastDay.DayNumber - FirstDay.DayNumber + 1;
            return days is >= 1 and <= 366 ? null : $"A pause is of 1 to 366 days, and from {FirstDay:O} to {LastDay:O} it is {days}.";
        }
    }
}
