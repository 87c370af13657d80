namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>The worked example by which the product's time and skip rules are explained: one learner, four sections.</summary>
internal static class WorkedExample
{
    public const string Outline = """
        {"course": "https://example.org/course", "title": "Worked example", "version": "1", "sections": [
          {"id": "S1", "title": "One", "kind": "content", "activities": ["https://example.org/s1"], "expected_seconds": 120},
          {"id": "S2", "title": "Two", "kind": "try-it", "activities": ["https://example.org/s2"], "expected_seconds": 300},
          {"id": "S3", "title": "Three", "kind": "content", "activities": ["https://example.org/s3"]},
          {"id": "S4", "title": "Four", "kind": "think-about", "activities": ["https://example.org/s4"], "expected_seconds": 200}]}
        """;

    public static IReadOnlyList<string> Statements { get; } =
    [
        Statement("10:00:00", "experienced", "s1"),
        Statement("10:01:30", "interacted", "s1"),
        Statement("10:04:00", "experienced", "s2"),
        Statement("10:04:12", "experienced", "s3"),
        Statement("10:05:00", "exited", "s3", ",\"result\":{\"duration\":\"PT40S\"}"),
        Statement("10:30:00", "experienced", "s4"),
    ];

    public static string LateAnswer { get; } = Statement("11:00:00", "answered", "s2");

    public const string Question =
        "SELECT section_id, status, seconds_low, seconds_high, declared_visits, open_visits FROM section_engagement FINAL ORDER BY position";

    private static string Statement(string at, string verb, string section, string result = "") =>
        "{\"actor\":{\"name\":\"Ada Example\",\"mbox\":\"mailto:ada@example.org\"}"
        + ",\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/" + verb + "\"}"
        + ",\"object\":{\"id\":\"https://example.org/" + section + "\"}" + result
        + ",\"timestamp\":\"2026-03-02T" + at + "Z\"}";
}
