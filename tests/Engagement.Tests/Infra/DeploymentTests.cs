using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Commands;
using Engagement.Hosting;
using Engagement.Ingest;
using Engagement.Kafka;
using Microsoft.Extensions.Configuration;

namespace Engagement.Tests.Infra;

/// <summary>Verbs, roles, addresses, topics: as the program has them.</summary>
public sealed partial class DeploymentTests
{
    [InfraFact]
    public void Every_command_is_one_of_the_program()
    {
        var root = new RootCommand { ServeCommand.Create(), MigrateCommand.Create(), SharedOptions.Data, SharedOptions.Set };

        Assert.All(InfraFiles.Runs(), run => Assert.Empty(root.Parse(run.Arguments).Errors));
    }

    [InfraFact]
    public void Each_role_is_played_once_and_the_tables_are_made()
    {
        foreach (var place in InfraFiles.Runs().GroupBy(run => run.Where.StartsWith("compose", StringComparison.Ordinal)))
        {
            var roles = place.Where(run => run.Arguments[0] == "serve").SelectMany(run => Roles.Parse(run.Arguments[Array.IndexOf(run.Arguments, "--roles") + 1]));
            Assert.Equal(Roles.All.Order(), roles.Order());
            Assert.Single(place, run => run.Arguments is ["migrate"]);
        }
    }

    [InfraFact]
    public void Each_role_asks_ClickHouse_as_its_own_user_and_Kafka_where_it_needs_it()
    {
        foreach (var service in InfraFiles.OwnServices())
        {
            var environment = service.Value.GetProperty("environment");
            Assert.Equal(service.Name == "migrate" ? "operator" : service.Name, environment.GetProperty("ClickHouse__User").GetString());
            Assert.Equal(Roles.NeedKafka(new HashSet<string> { service.Name }), environment.TryGetProperty("Kafka__BootstrapServers", out _));
        }
        foreach (var (manifest, pod) in InfraFiles.Pods())
        {
            var variable = Variable(pod, "ClickHouse__User");
            Assert.Equal(manifest.Name == "migrate" ? "operator" : manifest.Name, variable.GetProperty("value").GetString());
        }
    }

    [InfraFact]
    public void Probes_ask_what_the_program_answers()
    {
        var port = HealthPort.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Health:Url", Settings().GetProperty("Health__Url").GetString())]).Build())!.Port;
        var source = InfraFiles.Text("src/Engagement/Hosting/HealthEndpoints.cs");
        Assert.Contains("Prefix = \"/health\"", source, StringComparison.Ordinal);
        Assert.Contains("\"live\", \"ready\"", source, StringComparison.Ordinal);

        foreach (var (manifest, pod) in InfraFiles.Pods().Where(one => one.Manifest.Kind != "Job"))
        {
            var container = InfraFiles.Container(pod);
            Assert.Equal(port, container.GetProperty("ports").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "health").GetProperty("containerPort").GetInt32());
            foreach (var (probe, path) in new[] { ("startupProbe", "/health/live"), ("livenessProbe", "/health/live"), ("readinessProbe", "/health/ready") })
            {
                var asked = container.GetProperty(probe).GetProperty("httpGet");
                Assert.Equal((manifest.Name, path, "health"), (manifest.Name, asked.GetProperty("path").GetString(), asked.GetProperty("port").GetString()));
            }
        }
        foreach (var service in InfraFiles.OwnServices().Where(service => service.Name != "migrate"))
        {
            Assert.Equal($"http://0.0.0.0:{port}", service.Value.GetProperty("environment").GetProperty("Health__Url").GetString());
            Assert.Contains($"/dev/tcp/127.0.0.1/{port};", service.Value.GetProperty("healthcheck").GetProperty("test").ToString(), StringComparison.Ordinal);
            Assert.Contains("GET /health/ready ", service.Value.GetProperty("healthcheck").GetProperty("test").ToString(), StringComparison.Ordinal);
        }
        Assert.Contains($"EXPOSE 5080 {port}", InfraFiles.Text("Dockerfile"), StringComparison.Ordinal);
    }

    [InfraFact]
    public void The_pages_are_where_they_are_sent_to()
    {
        var web = InfraFiles.Compose.Document.GetProperty("services").GetProperty("web");
        Assert.Contains("http://0.0.0.0:5080", InfraFiles.Strings(web.GetProperty("command")));
        Assert.Equal(["127.0.0.1:5080:5080"], InfraFiles.Strings(web.GetProperty("ports")));
        var pod = InfraFiles.Pods().Single(one => one.Manifest.Name == "web").Pod;
        Assert.Contains("http://0.0.0.0:5080", InfraFiles.Strings(InfraFiles.Container(pod).GetProperty("args")));
        Assert.Contains(InfraFiles.Container(pod).GetProperty("ports").EnumerateArray(), one => one.GetProperty("containerPort").GetInt32() == 5080 && one.GetProperty("name").GetString() == "http");
    }

    [InfraFact]
    public void Of_alerts_there_is_one_and_the_old_one_ends_first()
    {
        foreach (var one in InfraFiles.Manifests.Where(one => one.Kind == "Deployment"))
            Assert.Equal((one.Name, 1, "Recreate"), (one.Name, one.Spec.GetProperty("replicas").GetInt32(), one.Spec.GetProperty("strategy").GetProperty("type").GetString()));
        Assert.DoesNotContain(InfraFiles.OwnServices(), service => service.Value.TryGetProperty("deploy", out _) || service.Value.TryGetProperty("scale", out _));
    }

    [InfraFact]
    public void Ingest_keeps_its_name_over_a_restart_and_has_time_to_write_out()
    {
        var (manifest, pod) = InfraFiles.Pods().Single(one => one.Manifest.Name == "ingest");
        Assert.Equal("StatefulSet", manifest.Kind);
        Assert.Equal("metadata.name", Variable(pod, "Kafka__GroupInstanceId").GetProperty("valueFrom").GetProperty("fieldRef").GetProperty("fieldPath").GetString());
        var needed = new IngestOptions().DrainTimeout.TotalSeconds + 15;
        Assert.All(InfraFiles.Pods(), one => Assert.True(one.Pod.GetProperty("terminationGracePeriodSeconds").GetInt32() > needed));
        Assert.All(InfraFiles.OwnServices(), service => Assert.True(int.Parse(service.Value.GetProperty("stop_grace_period").GetString()!.TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture) > needed));
        Assert.Contains(InfraFiles.Manifests, one => one is { Kind: "PodDisruptionBudget", Name: "ingest" });
    }

    [InfraFact]
    public void No_pod_may_do_more_than_it_needs()
    {
        foreach (var (_, pod) in InfraFiles.Pods())
        {
            var container = InfraFiles.Container(pod);
            var rights = container.GetProperty("securityContext");
            Assert.True(pod.GetProperty("securityContext").GetProperty("runAsNonRoot").GetBoolean());
            Assert.False(pod.GetProperty("automountServiceAccountToken").GetBoolean());
            Assert.True(rights.GetProperty("readOnlyRootFilesystem").GetBoolean());
            Assert.False(rights.GetProperty("allowPrivilegeEscalation").GetBoolean());
            Assert.Equal(["ALL"], InfraFiles.Strings(rights.GetProperty("capabilities").GetProperty("drop")));
            Assert.True(container.GetProperty("resources").GetProperty("limits").TryGetProperty("memory", out _));
        }
        Assert.All(InfraFiles.OwnServices(), service => Assert.True(service.Value.GetProperty("read_only").GetBoolean()));
        Assert.Matches(@"(?m)^USER \$APP_UID$", InfraFiles.Text("Dockerfile"));
    }

    [Fact]
    public void Topics_are_those_of_the_program()
    {
        var kafka = new KafkaOptions();
        var topics = TopicLine().Matches(InfraFiles.Text("infra/kafka/topics.sh")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        Assert.Equal(new[] { kafka.LearnerEvents, kafka.CourseOutlines, kafka.Enrolments, kafka.Rejected, kafka.Alerts }.Order(), topics.Keys.Order());
        Assert.Equal(new[] { kafka.CourseOutlines, kafka.Enrolments }.Order(), topics.Where(one => one.Value.Contains("cleanup.policy=compact", StringComparison.Ordinal)).Select(one => one.Key).Order());
        Assert.True(Most(topics[kafka.LearnerEvents]) >= new IngestOptions().MaxMessageBytes);
        Assert.True(Most(topics[kafka.Rejected]) > Most(topics[kafka.LearnerEvents]));

        static int Most(string settings) => int.Parse(Regex.Match(settings, @"max\.message\.bytes=(\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [InfraFact]
    public void Grafana_is_told_what_its_data_source_asks_for()
    {
        var environment = InfraFiles.Compose.Document.GetProperty("services").GetProperty("grafana").GetProperty("environment");
        var asked = InfraFiles.Variables(InfraFiles.Text("dashboards/grafana/provisioning/datasources/engagement.yaml")).Select(one => one.Name).ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.True(environment.TryGetProperty(name, out _), name));
    }

    private static JsonElement Settings() => InfraFiles.Manifests.Single(one => one.Kind == "ConfigMap").Document.GetProperty("data");

    private static JsonElement Variable(JsonElement pod, string name) =>
        InfraFiles.Container(pod).GetProperty("env").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);

    [GeneratedRegex(@"^topic ([\w.-]+) (.*)$", RegexOptions.Multiline)]
    private static partial Regex TopicLine();
}
