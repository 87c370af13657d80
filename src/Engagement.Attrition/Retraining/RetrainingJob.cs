using Engagement.Attrition.Watching;
using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Engagement.Attrition.Retraining;

/// <summary>Looks at each tick how the model in use has done, and trains another where that is due. One at a time.</summary>
[DisallowConcurrentExecution]
public sealed partial class RetrainingJob(WatchRun watch, RetrainingRun retraining, ILogger<RetrainingJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await watch.RunAsync(cancellationToken) is { } watched)
            {
                LogWatched(watched.Cut, watched.Scored, watched.MeanProbability, watched.EventRate);
                if (watched.Shifts.FirstOrDefault() is { } most && Math.Abs(most.Shift) >= InputShift.Noticeable) LogShift(most.Feature, most.Shift);
            }
            if (!await retraining.IsDueAsync(cancellationToken)) return;
            var result = await retraining.RunAsync(cancellationToken);
            if (result.WhyNot is { } why) LogNot(why);
            else LogTrained(result.Model, result.IsInUse, result.Candidate.LogLoss, result.InUse.LogLoss, result.HeldOut);
        }
        catch (Exception e) when (e is HttpRequestException or ClickHouseException or IOException)
        {
            LogAway(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped half way: a model that was not kept is trained again.
        }
    }

    [LoggerMessage(LogLevel.Information, "Of {Learners} learners as of {Cut} {Predicted:P1} were predicted to give up, and {Observed:P1} did")]
    private partial void LogWatched(DateOnly cut, int learners, double predicted, double observed);

    [LoggerMessage(LogLevel.Warning, "Learners now differ from those the model was trained on: the mean of {Feature} by {Shift:0.0} standard deviations")]
    private partial void LogShift(string feature, double shift);

    [LoggerMessage(LogLevel.Information, "No model was trained: {Reason}")]
    private partial void LogNot(string reason);

    [LoggerMessage(LogLevel.Information, "Model {Model} was trained (in use: {IsInUse}): log-loss {Candidate:0.####} against {InUse:0.####} on {HeldOut}")]
    private partial void LogTrained(Guid? model, bool isInUse, double candidate, double inUse, string heldOut);

    [LoggerMessage(LogLevel.Warning, "The model can't be looked at now, which is tried again at the next tick: {Reason}")]
    private partial void LogAway(string reason);
}
