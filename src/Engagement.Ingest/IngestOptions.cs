namespace Engagement.Ingest;

/// <summary>Section <c>Ingest</c> of the configuration. Checked at start.</summary>
public sealed class IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>How long the group waits for a worker that does not poll. Not a setting: drain and back-off are sized by it.</summary>
    public static TimeSpan MaxPollInterval { get; } = TimeSpan.FromMinutes(5);

    /// <summary>What Kafka is told of <see cref="MaxPollInterval"/>: less only in a test that waits for it to pass.</summary>
    internal TimeSpan PollDeadline { get; set; } = MaxPollInterval;

    // A batch goes to ClickHouse at the first of these three.

    /// <summary>Statements in one INSERT. 1 to 500,000; default 50,000.</summary>
    public int BatchRows { get; set; } = 50_000;

    /// <summary>Bytes of encoded rows in one INSERT. 64 KiB to 128 MiB; default 16 MiB.</summary>
    public int BatchBytes { get; set; } = 16 << 20;

    /// <summary>Age of the batch's oldest message. 10 ms to 60 s; default 1 s. About one INSERT a second over all workers is
    /// what ClickHouse likes, so with N workers N seconds.</summary>
    public TimeSpan BatchAge { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Batches being written at the same time. 1 to 4; default 2.</summary>
    public int FlushesInFlight { get; set; } = 2;

    /// <summary>Threads that turn bytes into rows. 0 (default): one fewer than the machine's cores, at least one. At most 64.</summary>
    public int Readers { get; set; }

    /// <summary>A larger message is rejected unread. 1 KiB to 64 MiB; default 16 MiB: an array of statements may be long,
    /// each single statement has the reader's own bound.</summary>
    public int MaxMessageBytes { get; set; } = 16 << 20;

    /// <summary>How long a stop or a handed-over partition waits for writes under way. 1 s to half of
    /// <see cref="MaxPollInterval"/>; default 20 s. Choose it above the slowest usual INSERT.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the group keeps the partitions of a worker that fell silent. 2 s to half of <see cref="MaxPollInterval"/>;
    /// default 45 s, longer than a restart takes. The embedded broker also waits so long whenever a worker joins, so there it
    /// should be a few seconds.</summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How often stored offsets are committed; bounds what is read again after a crash. 100 ms to 60 s; default 1 s.</summary>
    public TimeSpan CommitInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>First wait after a failed write; doubles up to <see cref="RetryCap"/>. 1 ms to 60 s; default 0.5 s.</summary>
    public TimeSpan RetryFirst { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait between two tries. At least <see cref="RetryFirst"/>, at most 5 min; default 30 s.</summary>
    public TimeSpan RetryCap { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long there may be something to write without any of it becoming durable before /health/live says that the worker
    /// is stuck. 1 s to 24 h; default 5 min. Above the longest outage of ClickHouse that is to be waited out without a restart,
    /// and above <c>ClickHouse:InsertTimeout</c>.</summary>
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>So many refused statements in a row on one partition stop the worker before they reach the dead-letter topic,
    /// so that a bad deploy does not pour a whole topic into it. 0 (default): no such limit, as a file may be all bad.</summary>
    public int MaxRejectedInARow { get; set; }

    /// <summary>Empty where all is well; else each fault: which setting, what it is, what it may be.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Within(nameof(BatchRows), BatchRows, 1, 500_000);
        Within(nameof(BatchBytes), BatchBytes, 64 << 10, 128 << 20);
        Within(nameof(BatchAge), BatchAge, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(60));
        Within(nameof(FlushesInFlight), FlushesInFlight, 1, 4);
        Within(nameof(Readers), Readers, 0, 64);
        Within(nameof(MaxMessageBytes), MaxMessageBytes, 1 << 10, 64 << 20);
        Within(nameof(DrainTimeout), DrainTimeout, TimeSpan.FromSeconds(1), MaxPollInterval / 2);
        Within(nameof(SessionTimeout), SessionTimeout, TimeSpan.FromSeconds(2), MaxPollInterval / 2);
        Within(nameof(CommitInterval), CommitInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(60));
        Within(nameof(RetryFirst), RetryFirst, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(60));
        Within(nameof(RetryCap), RetryCap, RetryFirst, TimeSpan.FromMinutes(5));
        Within(nameof(StuckAfter), StuckAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(24));
        Within(nameof(MaxRejectedInARow), MaxRejectedInARow, 0, int.MaxValue);
        return faults;

        void Within<T>(string name, T value, T least, T most) where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
                faults.Add($"{Section}:{name} is {value}; it must be from {least} to {most}.");
        }
    }
}
