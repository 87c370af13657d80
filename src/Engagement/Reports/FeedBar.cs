using Engagement.Kafka.Feeding;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>Progress of a feed on standard error: how much is sent, how much processed, and what it waits for.</summary>
internal static class FeedBar
{
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
