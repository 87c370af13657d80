using Engagement.Statements;

namespace Engagement.Benchmarks.Ingest.KafkaEngine;

/// <summary>
/// ClickHouse's own way: a table of the Kafka engine, and a materialized view that extracts the columns. A thread for each core,
/// large blocks, a flush each second. Nothing is validated.
/// </summary>
internal static class KafkaEngine
{
    private static readonly string Fields = Text("fields.txt").ReplaceLineEndings(" ").Trim();

    /// <summary>The ways to take JSON apart that ClickHouse offers.</summary>
    public static IReadOnlyList<Contender> Forms { get; } =
    [
        Form("columns of the queue", Fields, "JSONEachRow", Text("columns-of-the-queue.sql")),
        Form("JSONExtract of a Tuple", "raw String", "RawBLOB",
            Text("columns-of-the-queue.sql").Replace("FROM bench_queue", $"FROM (SELECT JSONExtract(raw, 'Tuple({Fields})') AS s, s.id AS id, s.actor AS actor, s.verb AS verb, s.object AS object, s.result AS result, s.context AS context, s.timestamp AS timestamp, _topic, _partition, _offset, _timestamp_ms FROM bench_queue)", StringComparison.Ordinal)),
        Form("JSON type", $"s JSON({TypedPaths()})", "JSONAsObject", Text("json-type.sql")),
        Form("single functions", "raw String", "RawBLOB", Text("single-functions.sql")),
    ];

    private static Contender Form(string name, string columns, string format, string fields) =>
        new($"b. Kafka engine, {name}", async (topic, engine) =>
        {
            await engine.Client.ExecuteAsync($"""
                CREATE TABLE bench_queue ({columns}) ENGINE = Kafka SETTINGS kafka_broker_list = '{topic.BootstrapServers}',
                    kafka_topic_list = '{PreloadedTopic.Name}', kafka_group_name = 'engine-{Guid.NewGuid():N}', kafka_format = '{format}',
                    kafka_num_consumers = {Environment.ProcessorCount}, kafka_thread_per_consumer = 1, kafka_max_block_size = 65536,
                    kafka_poll_max_batch_size = 65536, kafka_flush_interval_ms = 1000,
                    input_format_skip_unknown_fields = 1, input_format_json_ignore_unknown_keys_in_named_tuple = 1,
                    input_format_json_defaults_for_missing_elements_in_named_tuple = 1
                """);
            await engine.Client.ExecuteAsync($"CREATE MATERIALIZED VIEW bench_view TO statements AS {Columns(fields)}");
            return null;
        });

    private static string Columns(string fields) => Text("columns.sql")
        .Replace("{verbs}", List(Vocabulary("verbs.tsv").Select(row => row[2])), StringComparison.Ordinal)
        .Replace("{roles}", List(Vocabulary("verbs.tsv").Select(row => row[0])), StringComparison.Ordinal)
        .Replace("{types}", List(Vocabulary("activity-types.tsv").Select(row => row[3])), StringComparison.Ordinal)
        .Replace("{kinds}", List(Vocabulary("activity-types.tsv").Select(row => row[0] == "-" ? "" : row[0])), StringComparison.Ordinal)
        .Replace("{fields}", fields, StringComparison.Ordinal);

    private static string TypedPaths() => """
        id String, actor.mbox String, actor.mbox_sha1sum String, actor.openid String, actor.account.homePage String, actor.account.name String,
        verb.id String, object.objectType String, object.id String, object.definition.type String, result.duration String,
        context.registration String, context.platform String, context.language String, context.instructor.name String, context.statement.id String,
        timestamp String, SKIP verb.display, SKIP object.definition.description
        """.ReplaceLineEndings(" ");

    private static string List(IEnumerable<string> words) => "[" + string.Join(", ", words.Select(word => $"'{word}'")) + "]";

    private static IEnumerable<string[]> Vocabulary(string table)
    {
        using var reader = new StreamReader(typeof(StatementReader).Assembly.GetManifestResourceStream(table)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(KafkaEngine).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
