using Engagement.People;

namespace Engagement.Web.Accounts;

/// <summary>Somebody who may sign in.</summary>
public sealed record Account
{
    /// <summary>As <see cref="Accounts.UserName.Normalize"/> gives it; the account is found by it, and keeps it.</summary>
    public required string UserName { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Of the framework's hasher. Empty: none was set, so that no password is right.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Another one with each password; a session that began with an older one is over.</summary>
    public Guid Stamp { get; init; } = Guid.NewGuid();
    public required Scope Scope { get; init; }

    /// <summary>IANA.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Most alerts a day; null: as many as the product has by default.</summary>
    public int? DailyAlerts { get; init; }
    public bool IsDisabled { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public Viewer Viewer => Scope.ViewerOf(Id, UserName);

    /// <summary>The same with another password: all its sessions end.</summary>
    public Account WithPassword(string hash) => this with { PasswordHash = hash, Stamp = Guid.NewGuid() };
}
