namespace Engagement.Kafka;

/// <summary>Section <c>Kafka</c> of the configuration.</summary>
public sealed class KafkaOptions
{
    public const string Section = "Kafka";

    /// <summary>host:port, several by comma. Empty: the embedded broker.</summary>
    public string BootstrapServers { get; set; } = "";

    /// <summary>Consumer group of the ingest workers.</summary>
    public string GroupId { get; set; } = "engagement-ingest";

    /// <summary>Stable name of this worker for static membership; empty: dynamic.</summary>
    public string GroupInstanceId { get; set; } = "";

    /// <summary>Topic the statements are read from.</summary>
    public string LearnerEvents { get; set; } = Topics.LearnerEvents;

    /// <summary>The dead-letter topic of <see cref="LearnerEvents"/>.</summary>
    public string Rejected => LearnerEvents + ".rejected";
    public string CourseOutlines { get; set; } = Topics.CourseOutlines;
    public string Enrolments { get; set; } = Topics.Enrolments;

    /// <summary>Topic that tells of alerts.</summary>
    public string Alerts { get; set; } = Topics.Alerts;

    /// <summary>Group of those who read <see cref="CourseOutlines"/>.</summary>
    public string OutlinesGroup => GroupId + "-outlines";

    /// <summary>Group of those who read <see cref="Enrolments"/>.</summary>
    public string EnrolmentsGroup => GroupId + "-enrolments";

    /// <summary>Any further librdkafka setting (security.protocol, sasl.username, …), applied before our own.</summary>
    public Dictionary<string, string> Client { get; set; } = [];

    /// <summary>The same for another group.</summary>
    public KafkaOptions InGroup(string groupId)
    {
        var other = (KafkaOptions)MemberwiseClone();
        other.GroupId = groupId;
        return other;
    }
}
