using Spectre.Console;

namespace Engagement.Reports;

/// <summary>Progress of work that is counted, on standard error.</summary>
internal static class CountBar
{
    /// <param name="what">What is counted.</param>
    /// <param name="total">How many there will be.</param>
    /// <param name="work">Tells how many there are.</param>
    public static Task ShowAsync(string what, long total, Func<IProgress<long>, Task> work) =>
        Terminal.Progress().Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(what, maxValue: total);
                return work(new Each(count =>
                {
                    bar.Value = count;
                    bar.Description = Markup.Escape($"{what}: {count:N0} of {total:N0}");
                }));
            });

    // Progress<T> would post to the thread pool: out of order, and some after the end.
    private sealed class Each(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
