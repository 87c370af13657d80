using Engagement.Kafka.Feeding;
using Engagement.Kafka.Files;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>Progress of a feed on standard error: how much is sent, how much processed, and what it waits for.</summary>
internal static class FeedBar
{
    /// <summary>Feeds files to their end.</summary>
    /// <param name="files">What is fed.</param>
    /// <param name="producer">Where to.</param>
    /// <param name="untilConsumed">Wait until the workers have stored it all, too.</param>
    /// <param name="cancel">Stops sending; what was sent stays sent.</param>
    public static Task<FeedResult> ShowAsync(StatementFiles files, PacedProducer producer, bool untilConsumed, CancellationToken cancel) =>
        ShowAsync("statements", files.TotalBytes is { } total ? () => (double)files.BytesRead / Math.Max(total, 1) : null, async progress =>
        {
            var fed = await producer.FeedAsync(files.ReadAsync(cancel), progress, cancel);
            if (untilConsumed) await producer.WaitUntilConsumedAsync(progress, cancel);
            return fed;
        });

    /// <param name="what">What is fed.</param>
    /// <param name="share">How much of the source is read, 0 to 1; null where nobody knows.</param>
    /// <param name="feed">The work.</param>
    public static Task<T> ShowAsync<T>(string what, Func<double>? share, Func<IProgress<FeedProgress>, Task<T>> feed) =>
        Terminal.Progress().Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(what, maxValue: 1);
                bar.IsIndeterminate = share is null;
                return feed(new Each(progress =>
                {
                    if (share is not null) bar.Value = progress.State == FeedState.Done ? 1 : Math.Min(share(), Processed(progress));
                    bar.Description = Markup.Escape($"{what}: {progress.Consumed:N0} of {progress.Sent:N0} processed{Wait(progress.State)}");
                }));
            });

    private static double Processed(FeedProgress progress) => progress.Sent == 0 ? 0 : (double)progress.Consumed / progress.Sent;

    private static string Wait(FeedState state) => state switch
    {
        FeedState.WaitingForKafka => " (waiting for Kafka)",
        FeedState.WaitingForWorker or FeedState.WaitingForTheRest => " (waiting for the worker)",
        _ => "",
    };

    // Progress<T> would post to the thread pool: out of order, and some after the end.
    private sealed class Each(Action<FeedProgress> report) : IProgress<FeedProgress>
    {
        public void Report(FeedProgress value) => report(value);
    }
}
