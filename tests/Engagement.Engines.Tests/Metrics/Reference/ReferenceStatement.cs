using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Statements.Vocabulary;

namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>A statement as far as metrics look at it. Times in microseconds.</summary>
internal sealed record ReferenceStatement
{
    public required Guid Id { get; init; }
    public required Guid Learner { get; init; }
    public required string Course { get; init; }
    public required string Verb { get; init; }
    public required string Role { get; init; }
    public required string Activity { get; init; }
    public string[] Parents { get; init; } = [];
    public string[] Groupings { get; init; } = [];
    public string Cohort { get; init; } = "";
    public required long At { get; init; }
    public long? Duration { get; init; }
    public long? Active { get; init; }
    public bool? Success { get; init; }
    public Guid Voids { get; init; }

    /// <summary>The statement this one is about, or none.</summary>
    public Guid RefersTo { get; init; }

    public string KindHint { get; init; } = "";
    public string Name { get; init; } = "";
    public long StoredAt { get; init; }

    /// <summary>Without a timestamp, <see cref="At"/> is when it was delivered and no part of its content.</summary>
    public bool IsTimeless { get; init; }

    /// <summary>Of all but the id and when it was stored.</summary>
    public ulong ContentHash => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        (Learner, Course, Verb, Role, Activity, Parents, Groupings, Cohort, IsTimeless ? 0 : At, Duration, Active, Success, Voids, RefersTo, KindHint, Name), Fields)));

    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true };

    public bool IsAboutStatement => Activity.Length == 0;

    /// <summary>Says something of its actor as a learner, not of somebody's work.</summary>
    public bool SpeaksForLearner => Role is not ("feedback" or "void") && !IsAboutStatement;

    /// <summary>The one name of all verb ids that mean the same, or empty.</summary>
    public string VerbName => VerbTable.NameOf(Encoding.UTF8.GetBytes(Verb)) ?? "";

    public string[] Ids => [Activity, .. Parents, .. Groupings];
}
