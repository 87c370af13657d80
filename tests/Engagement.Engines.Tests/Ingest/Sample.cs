using System.Text;

namespace Engagement.Engines.Tests.Ingest;

/// <summary>Small valid statements; number n always has the same id, learner, section and time.</summary>
internal static class Sample
{
    public static Guid Id(int n) => new(n, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    public static byte[] Statement(int n) => Encoding.UTF8.GetBytes($$$"""
        {"id":"{{{Id(n)}}}","actor":{"mbox":"mailto:learner-{{{n % 50}}}@example.org"},
        "verb":{"id":"http://adlnet.gov/expapi/verbs/experienced"},
        "object":{"id":"https://example.org/course/section-{{{n % 7}}}"},
        "context":{"contextActivities":{"grouping":[{"id":"https://example.org/course"}]}},
        "timestamp":"2026-03-01T{{{n / 3600 % 24:00}}}:{{{n / 60 % 60:00}}}:{{{n % 60:00}}}.000Z"}
        """);

    public static IEnumerable<byte[]> Statements(int first, int count) => Enumerable.Range(first, count).Select(Statement);

    /// <summary>An event of Caliper that is passed over.</summary>
    public const string UnusedEvent = """
        {"@context":"http://purl.imsglobal.org/ctx/caliper/v1p2","id":"urn:uuid:956b4a02-8de0-4991-b8c5-b6eebb6b4cab","type":"MediaEvent","action":"Paused","actor":"https://lms.example.edu/users/55","object":"https://lms.example.edu/v/1","eventTime":"2026-03-01T10:00:00.125Z"}
        """;
}
