using Engagement.Alerts.Changing;
using Engagement.People;
using Engagement.People.Identity;

namespace Engagement.Web.Alerts;

/// <summary>
/// Asks the alerts' worker for a change, and waits a little for its answer: it alone changes alerts, so that of two who do the same at once one is told
/// so. Thread-safe.
/// </summary>
public sealed class AlertChanges(AlertActions actions, Identities identities, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8), Pause = TimeSpan.FromMilliseconds(100);

    /// <returns>What came of it; null: the worker has not answered yet, and will.</returns>
    internal async Task<AlertAction?> MakeAsync(Viewer viewer, AlertFigures alert, ChangeWanted wanted, CancellationToken cancel)
    {
        var action = new AlertAction
        {
            ActionId = wanted.Id ?? Guid.NewGuid(), AlertId = alert.Id, CourseId = alert.Course, LearnerId = alert.Learner, Account = viewer.Account, Kind = wanted.Kind!.Value,
            SnoozedUntil = wanted.SnoozedUntil, AskedAt = clock.GetUtcNow(),
        };
        if (wanted.Note is { Length: > 0 } note) await identities.SaveNoteAsync(new(action.ActionId, alert.Id, alert.Course, alert.Learner, note), cancel);
        await actions.AskAsync(action, cancel);
        for (var asked = clock.GetTimestamp(); clock.GetElapsedTime(asked) < Patience; await Task.Delay(Pause, clock, cancel))
            if (await actions.ReadAsync(action.ActionId, cancel) is { AnsweredAt: not null } answered) return answered;
        return null;
    }
}
