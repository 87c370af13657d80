using System.Buffers.Binary;
using Engagement.Alerts.Keeping;
using Engagement.ClickHouse;
using Microsoft.Extensions.Options;

namespace Engagement.Alerts.Raising;

/// <summary>
/// Points out whom a facilitator should write to. What it raises is one insert, so dying half way leaves all or nothing, and ids follow from
/// what they name, so that two at once raise the same. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class RaisingRun(ClickHouseClient clickHouse, AlertStore store, TimeProvider clock, IOptions<AlertsOptions> options)
{
    // Who is silent, or waits, for longer has given up; attrition scores them no more either.
    private const int OldestDays = 28;

    private readonly Caseloads _loads = new(clickHouse, options.Value);

    /// <param name="now">The moment learners are looked at from.</param>
    /// <param name="cancel">Leaves the outcome unknown; the next run finds out.</param>
    /// <returns>Alerts raised.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var candidates = await CandidatesAsync(now, cancel);
        if (candidates.Count == 0) return 0;
        var past = await store.PastAsync(cancel);
        var earlier = past.CountBy(alert => (alert.CourseId, alert.LearnerId)).ToDictionary();
        var events = new List<AlertEvent>();
        foreach (var load in await _loads.AskAsync(cancel))
        {
            var own = candidates.Where(candidate => load.Has(candidate.FacilitatorId, candidate.CourseId));
            foreach (var chosen in Choice.Of(load, own, past, now, options.Value))
                events.Add(Raise(chosen, earlier.GetValueOrDefault((chosen.CourseId, chosen.LearnerId)), now));
        }
        await store.AppendAsync(events, cancel);
        return events.Count;
    }

    private Task<List<Candidate>> CandidatesAsync(DateTimeOffset now, CancellationToken cancel) =>
        clickHouse.ListAsync<Candidate>(Sql.File(typeof(RaisingRun).Assembly, "Raising", "candidates"),
        [
            ("help_until", now.AddHours(-options.Value.HelpHours)), ("feedback_until", now.AddHours(-options.Value.FeedbackHours)),
            ("never_started_until", now.AddDays(-options.Value.NeverStartedDays)), ("oldest", now.AddDays(-OldestDays)),
        ], cancel);

    private AlertEvent Raise(Candidate candidate, int earlier, DateTimeOffset now)
    {
        var id = AlertIds.Alert(candidate.CourseId, candidate.LearnerId, earlier);
        return new()
        {
            AlertId = id, Sequence = 1, EventId = AlertIds.Event(id, 1), Kind = AlertChange.Raised, At = now, RecordedAt = clock.GetUtcNow(),
            CourseId = candidate.CourseId, LearnerId = candidate.LearnerId, FacilitatorId = candidate.FacilitatorId, Cohort = candidate.Cohort,
            IsHeldBack = !candidate.Cause.Waits() && Lot(id) < options.Value.HoldBack,
            Cause = candidate.Cause, Situation = candidate.Situation, Score = candidate.Score, IsShown = candidate.IsShown,
            WaitingSince = candidate.WaitingSince, LastAt = candidate.LastAt, Reasons = Wording.Reasons(candidate, now), NextStep = Wording.NextStep(candidate),
        };
    }

    /// <summary>0 to 1, evenly spread over alerts: an id is a hash. Drawn again it is the same, so a repeated run holds back the same.</summary>
    internal static double Lot(Guid alert)
    {
        Span<byte> bytes = stackalloc byte[16];
        alert.TryWriteBytes(bytes, bigEndian: true, out _);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 11) * (1.0 / (1UL << 53));
    }
}
