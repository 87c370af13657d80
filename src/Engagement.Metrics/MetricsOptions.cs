using System.ComponentModel.DataAnnotations;

namespace Engagement.Metrics;

/// <summary>Section <c>Metrics</c> of the configuration.</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>Time between two looks for touched learners; 100 ms to 1 day. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00", ErrorMessage = "Metrics:Interval is a time from 00:00:00.100 to 1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>About how many statements are computed at once, which bounds ClickHouse's memory; 1,000 to 100,000,000.</summary>
    [Range(1_000, 100_000_000, ErrorMessage = "Metrics:ChunkStatements is a number from 1000 to 100000000")]
    public int ChunkStatements { get; set; } = 2_000_000;

    /// <summary>How many of these pieces are computed at once; 1 to 64. Default 2. More is faster where ClickHouse has more processors, and takes more memory.</summary>
    [Range(1, 64, ErrorMessage = "Metrics:ChunksAtOnce is a number from 1 to 64")]
    public int ChunksAtOnce { get; set; } = 2;
}
