using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Courses;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Statements.Vocabulary;
using Engagement.Tests;

namespace Engagement.Engines.Tests.Metrics.Examples;

/// <summary>
/// A folder of this one: statements.csv, what a table or view says of them (expected.csv), and outline.json where the course has
/// a declared outline. The folder is named as the table or view; what follows a dot tells two of one apart.
/// </summary>
/// <remarks>
/// Columns of statements.csv: at (UTC), learner, verb (its name in verbs.tsv) and activity (empty: the statement is about a
/// statement) always; id, refers_to and voids (ids), success, duration and active (seconds), cohort and note where they are needed.
/// All statements are of https://example.org/course; "reading" is https://example.org/reading.
/// </remarks>
internal sealed class Example
{
    private const string Site = "https://example.org/";

    private readonly string _folder;
    private readonly string _site;
    private readonly Dictionary<Guid, string> _names = [];

    public Example(string name)
    {
        _folder = Path.Combine(Folder, name);
        _site = $"{Site}{name}/"; // of its own, as examples share a database
        Model = name.Split('.')[0];
        Expected = Csv.Read(Path.Combine(_folder, "expected.csv"));
        var statements = Csv.Read(Path.Combine(_folder, "statements.csv"));
        Statements = [.. statements.Rows.Select((row, i) => Statement(column => statements.Value(row, column), i))];
    }

    public static string Folder { get; } = Path.Combine(Repository.Folder, "tests", "Engagement.Engines.Tests", "Metrics", "Examples");

    /// <summary>The table or view it is an example of.</summary>
    public string Model { get; }

    public string Course => _site + "course";

    public IReadOnlyCollection<ReferenceStatement> Statements { get; }

    public Csv Expected { get; }

    public CourseOutline? Outline()
    {
        var file = Path.Combine(_folder, "outline.json");
        if (!File.Exists(file)) return null;
        var read = CourseOutline.Parse(Encoding.UTF8.GetBytes(File.ReadAllText(file).Replace(Site, _site)));
        return read.Outline ?? throw new InvalidDataException($"{file}: {string.Join("; ", read.Faults)}");
    }

    /// <summary>A value of the table as expected.csv spells it: names of learners and statements, short ids, whole seconds.</summary>
    public string Readable(string value) =>
        value == "\\N" ? "" : Guid.TryParse(value, out var id) ? _names[id] : value.Replace(_site, "").Replace(".000000", "");

    private ReferenceStatement Statement(Func<string, string> value, int i)
    {
        var verb = VerbTable.All.First(v => v.Name == value("verb")).Id;
        return new ReferenceStatement
        {
            Id = Id(value("id").Length > 0 ? value("id") : $"statement {i + 1}"), Learner = Id(value("learner")), Course = Course, Groupings = [Course],
            Verb = verb, Role = VerbTable.RoleOf(Encoding.UTF8.GetBytes(verb)).ToString().ToLowerInvariant(),
            Activity = value("activity").Length > 0 ? _site + value("activity") : "", Cohort = value("cohort"),
            At = (DateTime.ParseExact(value("at"), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
            RefersTo = value("refers_to").Length > 0 ? Id(value("refers_to")) : default,
            Voids = value("voids").Length > 0 ? Id(value("voids")) : default,
            Success = value("success").Length > 0 ? bool.Parse(value("success")) : null,
            Duration = Micros(value("duration")), Active = Micros(value("active")), StoredAt = 1_772_000_000_000_000 + i,
        };
    }

    private static long? Micros(string seconds) => seconds.Length > 0 ? (long)(decimal.Parse(seconds, CultureInfo.InvariantCulture) * 1_000_000) : null;

    private Guid Id(string name)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(_site + name)).AsSpan(0, 16));
        _names[id] = name;
        return id;
    }
}
