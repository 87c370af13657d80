using System.Text.Json;

namespace Engagement.Ingest.Consuming;

/// <summary>What matters here of librdkafka's statistics (its STATISTICS.md).</summary>
/// <param name="BrokersUp">Brokers it is connected to.</param>
/// <param name="IsMember">The group is joined and no rebalance is under way.</param>
internal readonly record struct ClientStatistics(int BrokersUp, bool IsMember)
{
    public static ClientStatistics Parse(string json)
    {
        using var statistics = JsonDocument.Parse(json);
        var root = statistics.RootElement;
        var up = root.GetProperty("brokers").EnumerateObject().Count(broker => broker.Value.GetProperty("state").ValueEquals("UP"));
        var isMember = root.TryGetProperty("cgrp", out var group)
            && group.GetProperty("state").ValueEquals("up") && group.GetProperty("join_state").ValueEquals("steady");
        return new ClientStatistics(up, isMember);
    }
}
