using Engagement.Embedded;

namespace Engagement.Tests.Embedded.Kafka;

public sealed class NativeLibrariesTests
{
    [Theory]
    [InlineData("librdkafka", "librdkafka", "centos8-librdkafka")]
    [InlineData("centos8-librdkafka", "centos8-librdkafka", "alpine-librdkafka")]
    [InlineData("alpine-librdkafka", "alpine-librdkafka")]
    public void The_first_build_that_loads_is_taken(string taken, params string[] loading)
    {
        var handle = NativeLibraries.LoadKafka((string name, out nint found) => (found = Array.IndexOf(loading, name) + 1) > 0);

        Assert.Equal(taken, loading[handle - 1]);
    }

    [Fact]
    public void Where_none_loads_the_error_names_what_was_tried_and_what_to_do()
    {
        var error = Assert.Throws<DllNotFoundException>(() => NativeLibraries.LoadKafka(Never));

        Assert.All([.. NativeLibraries.KafkaBuilds, "./engagement", "ldd"], word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    private static bool Never(string name, out nint handle)
    {
        handle = 0;
        return false;
    }
}
