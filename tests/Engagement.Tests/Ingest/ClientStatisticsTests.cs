using Engagement.Ingest.Consuming;

namespace Engagement.Tests.Ingest;

public class ClientStatisticsTests
{
    [Theory]
    [InlineData("UP", "up", "steady", 1, true)]
    [InlineData("DOWN", "up", "steady", 0, true)]
    [InlineData("UP", "query-coord", "steady", 1, false)]
    [InlineData("UP", "up", "wait-sync", 1, false)]
    public void Brokers_and_membership_are_told(string broker, string group, string join, int up, bool isMember) => Assert.Equal(
        new ClientStatistics(up, isMember),
        ClientStatistics.Parse($$$"""
            {"name":"engagement#consumer-1","type":"consumer","brokers":{"a:9092/1":{"nodeid":1,"state":"{{{broker}}}"},"GroupCoordinator":{"nodeid":-1,"state":"INIT"}},
             "cgrp":{"state":"{{{group}}}","join_state":"{{{join}}}"}}
            """));

    [Fact]
    public void Client_without_a_group_is_no_member() => Assert.False(ClientStatistics.Parse("""{"brokers":{}}""").IsMember);
}
