using Engagement.Alerts.Keeping;
using Engagement.ClickHouse;
using Engagement.Courses;
using Microsoft.Extensions.Options;

namespace Engagement.Alerts.Changing;

/// <summary>
/// Makes the changes that people asked for. The event of a change has the id of the action, and is written before the action is answered: who
/// dies between the two finds the event at the next run, and only answers. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class ActionRun(AlertStore store, AlertActions actions, CourseClock moment, TimeProvider clock, IOptions<AlertsOptions> options)
{
    /// <returns>Actions answered.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var open = await actions.OpenAsync(cancel);
        if (open.Count == 0) return 0;
        var history = await store.EventsAsync([.. open.Select(action => action.AlertId).Distinct()], cancel);
        var now = clock.GetUtcNow();
        var at = options.Value.AsOf == AsOf.Now ? now : await moment.AskAsync(cancel) ?? now;
        var (events, answers) = (new List<AlertEvent>(), new List<AlertAction>());
        foreach (var asked in open.GroupBy(action => action.AlertId))
        {
            var known = history[asked.Key].ToList();
            foreach (var action in asked)
            {
                var refusal = Refusal(known, action, now);
                answers.Add(action with { AnsweredAt = now, Refusal = refusal ?? "", RowVersion = 2 });
                if (refusal is not null || known.Exists(made => made.EventId == action.ActionId)) continue;
                var change = Alert.Of(known).Next(action.Kind, at, now) with { EventId = action.ActionId, By = action.Account, SnoozedUntil = action.SnoozedUntil };
                known.Add(change);
                events.Add(change);
            }
        }
        await store.AppendAsync(events, cancel);
        await actions.AnswerAsync(answers, cancel);
        return answers.Count;
    }

    private static string? Refusal(List<AlertEvent> known, AlertAction action, DateTimeOffset now) =>
        known.Count == 0 || known[0].IsHeldBack ? "There is no such alert."
        : known.Exists(made => made.EventId == action.ActionId) ? null
        : Alert.Of(known).WhyNot(action.Kind, now, action.SnoozedUntil);
}
