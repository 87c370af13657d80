namespace Engagement.ClickHouse.Clusters;

/// <summary>Servers that hold one database together.</summary>
/// <param name="Name">Among the servers' <c>remote_servers</c>.</param>
/// <param name="Database">Of the tables, on every server.</param>
public sealed record Cluster(string Name, string Database)
{
    /// <summary>To be put behind the name of what a statement makes, changes or drops on every server.</summary>
    internal string On => $" ON CLUSTER {Sql.Name(Name)}";

    /// <summary>
    /// What every statement is asked with. A shard is asked for rows of one of its own tables and for nothing else: all that is compared or
    /// joined with them is read by the server that was asked, and sent along. So no answer depends on how far a replica is behind.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Settings { get; } =
    [
        new("prefer_global_in_and_join", "1"), new("distributed_product_mode", "global"),
        new("parallel_distributed_insert_select", "0"), // it would have each shard read what it compares with by itself
        // Everybody asks, and writes to, the first replica of a shard that lives: so rows are seen once they are written.
        new("load_balancing", "in_order"), new("prefer_localhost_replica", "0"),
        // An insert is answered when its rows are on every shard they belong to, there on more than half of the replicas.
        new("distributed_foreground_insert", "1"), new("insert_quorum", "auto"),
        // A mutation with a subquery. Replicas that came to other rows take those of the first that was done.
        new("allow_nondeterministic_mutations", "1"),
        new("distributed_ddl_output_mode", "throw"), new("distributed_ddl_task_timeout", "3600"),
    ];
}
