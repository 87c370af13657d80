namespace Engagement.ClickHouse.Clusters;

/// <summary>Where the rows of a table lie on a cluster.</summary>
public enum TablePlace
{
    /// <summary>Each learner's rows on one shard: <c>TABLE_local</c> there, and a Distributed table over all under the table's name.</summary>
    ByLearner,

    /// <summary>All rows on the first shard, likewise: whoever asks, asks the same server, and sees what anybody wrote before.</summary>
    OnFirstShard,

    /// <summary>All rows on every server, which has its own when it is asked. What another server wrote comes a moment later.</summary>
    Everywhere,

    /// <summary>The same; an insert is answered only after every server has its rows, as mutations read them where they run.</summary>
    EverywhereAtOnce,
}
