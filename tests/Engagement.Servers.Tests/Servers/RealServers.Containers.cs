using System.Net.Sockets;
using DotNet.Testcontainers.Builders;
using Testcontainers.Kafka;

namespace Engagement.Engines.Tests.Servers;

internal static partial class RealServers
{
    // The versions of infra/compose.yaml.
    private const string KafkaImage = "apache/kafka:4.1.0", ClickHouseImage = "clickhouse/clickhouse-server:26.7";
    private const int ClickHousePort = 8123;

    static partial void WhyNoContainers(ref string? why) => why = HasDocker() ? null : "No Docker engine answers on this machine";

    static partial void StartKafka(ref Task<string>? address)
    {
        address = StartAsync();

        static async Task<string> StartAsync()
        {
            var container = new KafkaBuilder(KafkaImage).WithKRaft().Build();
            await container.StartAsync();
            return container.GetBootstrapAddress();
        }
    }

    static partial void StartClickHouse(ref Task<string>? address)
    {
        address = StartAsync();

        static async Task<string> StartAsync()
        {
            var container = new ContainerBuilder(ClickHouseImage)
                .WithPortBinding(ClickHousePort, assignRandomHostPort: true)
                .WithEnvironment("CLICKHOUSE_SKIP_USER_SETUP", "1") // the tests meet it as the embedded engine: the default user, no password
                .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(ClickHousePort).ForPath("/ping")))
                .Build();
            await container.StartAsync();
            return $"http://{container.Hostname}:{container.GetMappedPublicPort(ClickHousePort)}";
        }
    }

    // An engine named by DOCKER_HOST is believed to be there; else one of the usual sockets must answer.
    private static bool HasDocker()
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DOCKER_HOST"))) return true;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new[] { "/var/run/docker.sock", Path.Combine(home, ".docker/run/docker.sock"), $"/run/user/{Environment.GetEnvironmentVariable("UID")}/docker.sock" }.Any(Answers);

        static bool Answers(string path)
        {
            if (!File.Exists(path)) return false;
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(path));
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }
    }
}
