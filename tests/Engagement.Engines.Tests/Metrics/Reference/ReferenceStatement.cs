using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

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
    public required long At { get; init; }
    public long? Duration { get; init; }
    public long? Active { get; init; }
    public Guid Voids { get; init; }
    public string KindHint { get; init; } = "";
    public string Name { get; init; } = "";
    public long StoredAt { get; init; }

    /// <summary>Of all but the id and when it was stored.</summary>
    public ulong ContentHash => BinaryPrimitives.ReadUInt64LittleEndian(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((Learner, Course, Verb, Role, Activity, Parents, Groupings, At, Duration, Active, Voids, KindHint, Name), Fields)));

    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true };

    public bool IsAboutStatement => Activity.Length == 0;

    public string[] Ids => [Activity, .. Parents, .. Groupings];
}
