using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Engagement.Browser.Tests.Serving;

/// <summary>
/// Stands where ClickHouse's HTTP interface would, and answers the two queries of the pages with given rows, and those of signing in with
/// what was inserted; so a test can
/// move the figures or take the database away. That the SQL is right is the engine tests' to show.
/// </summary>
public sealed class CannedClickHouse : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Rows = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly WebApplication _app;
    private readonly CannedAccounts _accounts = new();

    /// <summary>What the next query is answered from.</summary>
    public State Now { get; set; } = new();

    public sealed record State
    {
        public ImmutableArray<string> Courses { get; init; } = [Fractions.Id];
        public ImmutableArray<SectionOfCourse> Sections { get; init; } = Fractions.Sections;
        public bool IsInferred { get; init; }
        public bool IsAway { get; init; }
        public long AsOfMs { get; init; } = 1_760_000_000_000;
    }

    public string Url => _app.Urls.Single();

    private CannedClickHouse(WebApplication app) => _app = app;

    public static async Task<CannedClickHouse> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var canned = new CannedClickHouse(app);
        app.MapPost("/", canned.AnswerAsync);
        await app.StartAsync();
        return canned;
    }

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var sql = await reader.ReadToEndAsync();
        var course = request.Query["param_course"].ToString();
        var now = Now;
        if (request.Query["query"].ToString() is { Length: > 0 } insert)
        {
            _accounts.Insert(insert, sql);
            return Results.Ok();
        }
        if (now.IsAway) return Results.Text("Code: 210. DB::NetException: gone", statusCode: 500);
        var parameters = request.Query.Where(p => p.Key.StartsWith("param_")).ToDictionary(p => p.Key["param_".Length..], p => p.Value.ToString());
        if (_accounts.Select(sql, parameters) is { } accounts) return Rowed(accounts);
        return Rowed(sql.Contains("as_of_ms") ? Courses(now, course) : Sections(now, course));
    }

    private static IResult Rowed(IEnumerable<object> rows) =>
        Results.Text(string.Join('\n', rows.Select(row => JsonSerializer.Serialize(row, Rows))), "application/x-ndjson", Encoding.UTF8);

    private static IEnumerable<object> Courses(State now, string course) =>
        from id in now.Courses
        where course.Length == 0 || course == id
        select new
        {
            Id = id,
            Title = id == Fractions.Id ? Fractions.Title : "Another course",
            Learners = 142,
            Statements = 18_204,
            IsSuppressed = 0,
            Sections = now.Sections.Length,
            IsInferred = now.IsInferred ? 1 : 0,
            now.AsOfMs,
        };

    private static IEnumerable<object> Sections(State now, string course) => now.Courses.Contains(course) ? now.Sections.Select(s => s.Report()) : [];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
