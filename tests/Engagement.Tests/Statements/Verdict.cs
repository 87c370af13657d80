using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>What a sink was told of one statement; spans copied. Rule is null where it was accepted.</summary>
public sealed record Verdict(int Index, string? Rule, string Path, string Reason)
{
    public Guid Id { get; init; }
    public bool IdIsDerived { get; init; }
    public ulong ContentHash { get; init; }
    public Guid LearnerId { get; init; }
    public Guid Registration { get; init; }
    public string Verb { get; init; } = "";
    public Role Role { get; init; }
    public ObjectType ObjectType { get; init; }
    public string ActivityId { get; init; } = "";
    public string ActivityType { get; init; } = "";
    public string ActivityName { get; init; } = "";
    public SectionKind KindHint { get; init; }
    public string Parents { get; init; } = "";
    public string Groupings { get; init; } = "";
    public string CourseId { get; init; } = "";
    public string Cohort { get; init; } = "";
    public long? DurationMicros { get; init; }
    public long? ActiveMicros { get; init; }
    public bool? Success { get; init; }
    public bool? Completion { get; init; }
    public double? ScaledScore { get; init; }
    public int? ResponseLength { get; init; }
    public bool HasInstructor { get; init; }
    public bool HasTeam { get; init; }
    public string Platform { get; init; } = "";
    public string Language { get; init; } = "";
    public string AttemptId { get; init; } = "";
    public Guid VoidedId { get; init; }
    public Guid RefersToId { get; init; }
    public long OccurredAtMicros { get; init; }
    public long? ClaimedAtMicros { get; init; }
    public bool ZoneAssumed { get; init; }

    /// <summary>Passed over by the rule, not refused.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>Bytes given with a rejection.</summary>
    public int RawLength { get; init; }
}
