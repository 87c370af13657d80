using Engagement.Alerts.Changing;
using Engagement.Alerts.Raising;
using Engagement.Courses;
using Microsoft.Extensions.Options;

namespace Engagement.Alerts;

/// <summary>
/// One turn of the worker: what people asked for, then who came back, then, where it is due, whom to point out. The only writer of
/// alerts; its turns follow each other.
/// </summary>
public sealed class AlertsRun(
    ActionRun actions, ClosingRun closing, RaisingRun raising, CourseClock moment, TimeProvider clock, IOptions<AlertsOptions> options)
{
    private DateTimeOffset _raiseAt = DateTimeOffset.MinValue;

    /// <summary>Takes a turn.</summary>
    /// <param name="isRaising">Whether to look whom to point out; null: where <see cref="AlertsOptions.RaiseEvery"/> has passed.</param>
    /// <param name="cancel">May come at any point: the next turn goes on.</param>
    public async Task<AlertsRunResult> RunAsync(bool? isRaising = null, CancellationToken cancel = default)
    {
        var answered = await actions.RunAsync(cancel);
        if (await moment.AskAsync(cancel) is not { } now) return new(answered, 0, 0);
        var isDue = isRaising ?? clock.GetUtcNow() >= _raiseAt;
        var closed = await closing.RunAsync(now, answersToo: isDue, cancel);
        var raised = isDue ? await raising.RunAsync(now, cancel) : 0;
        if (isDue) _raiseAt = clock.GetUtcNow() + options.Value.RaiseEvery;
        return new(answered, closed, raised);
    }
}

/// <summary>What a turn came to.</summary>
/// <param name="Answered">Actions of people, made or refused.</param>
/// <param name="Closed">Alerts that came to their end by themselves.</param>
/// <param name="Raised">New alerts.</param>
public sealed record AlertsRunResult(int Answered, int Closed, int Raised);
