using Engagement.ClickHouse;
using Engagement.People;

namespace Engagement.Web.Accounts;

/// <summary>The table of API keys. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class ApiKeyStore(ClickHouseClient clickHouse, TimeProvider clock)
{
    private const string Keys = """
        SELECT key_id, name, secret_hash, roles, facilitator_id, courses, cohorts,
               formatDateTime(k.created_at, '%Y-%m-%dT%H:%i:%SZ') AS created_at, is_revoked, row_version
        FROM api_keys AS k FINAL
        ORDER BY k.created_at, key_id
        """;

    private const string Uses = "SELECT key_id, formatDateTime(u.used_at, '%Y-%m-%dT%H:%i:%SZ') AS used_at FROM api_key_uses AS u FINAL";

    /// <summary>All of them, oldest first.</summary>
    public async Task<List<ApiKey>> ListAsync(CancellationToken cancel = default)
    {
        var uses = (await clickHouse.ListAsync<UseRow>(Uses, cancel: cancel)).ToDictionary(use => use.KeyId, use => use.UsedAt);
        return (await clickHouse.ListAsync<KeyRow>(Keys, cancel: cancel))
            .ConvertAll(row => row.ToKey(uses.TryGetValue(row.KeyId, out var at) ? at : null));
    }

    /// <returns>The key, and the text that its owner is shown this once.</returns>
    public async Task<(ApiKey Key, string Text)> CreateAsync(string name, Scope scope, CancellationToken cancel = default)
    {
        var text = new ApiKeyText(Guid.NewGuid(), Secret.New());
        var key = new ApiKey { Id = text.Id, Name = name, SecretHash = Secret.Hash(text.Secret), Scope = scope, CreatedAt = clock.GetUtcNow() };
        await SaveAsync(key, cancel);
        return (key, text.ToString());
    }

    /// <summary>No worker takes it any more after <see cref="AccountDirectory.Freshness"/>.</summary>
    public Task RevokeAsync(ApiKey key, CancellationToken cancel = default) => SaveAsync(key with { IsRevoked = true }, cancel);

    /// <summary>Remembers that it was used now.</summary>
    public Task UsedAsync(ApiKey key, CancellationToken cancel = default) =>
        clickHouse.InsertRowsAsync("api_key_uses", [new UseRow(key.Id, clock.GetUtcNow())], cancel);

    private Task SaveAsync(ApiKey key, CancellationToken cancel) =>
        clickHouse.InsertRowsAsync("api_keys", [KeyRow.Of(key, clock.GetUtcNow().Ticks)], cancel);

    private sealed record UseRow(Guid KeyId, DateTimeOffset UsedAt);

    private sealed record KeyRow(
        Guid KeyId, string Name, string SecretHash, IReadOnlyList<string> Roles, Guid FacilitatorId, IReadOnlyList<string> Courses,
        IReadOnlyList<CohortOfCourse> Cohorts, DateTimeOffset CreatedAt, bool IsRevoked, long RowVersion)
    {
        public static KeyRow Of(ApiKey key, long version) => new(
            key.Id, key.Name, key.SecretHash, RoleNames.Of(key.Scope.Roles), key.Scope.Facilitator, key.Scope.Courses, key.Scope.Cohorts,
            key.CreatedAt, key.IsRevoked, version);

        public ApiKey ToKey(DateTimeOffset? usedAt) => new()
        {
            Id = KeyId,
            Name = Name,
            SecretHash = SecretHash,
            Scope = new Scope(RoleNames.Parse(Roles), FacilitatorId, Courses, Cohorts),
            CreatedAt = CreatedAt,
            UsedAt = usedAt,
            IsRevoked = IsRevoked,
        };
    }
}
