using Engagement.People;

namespace Engagement.Web.Accounts;

/// <summary>A key by which a machine asks.</summary>
public sealed record ApiKey
{
    public required Guid Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 in hex.</summary>
    public required string SecretHash { get; init; }
    public required Scope Scope { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>To the hour; null: never.</summary>
    public DateTimeOffset? UsedAt { get; init; }
    public bool IsRevoked { get; init; }

    public Viewer Viewer => Scope.ViewerOf(Id, Name);
}
