using System.Text.Json;

namespace Engagement.Courses;

/// <summary>Reads one outline and keeps every fault on the way, so that a designer mends a file in one go.</summary>
internal sealed class OutlineReader
{
    private const int MostSections = 2000;

    private readonly List<OutlineFault> _faults = [];

    public static OutlineResult Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
            using var document = JsonDocument.ParseValue(ref reader);
            reader.Read(); // throws where anything follows
            return new OutlineReader().Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return new OutlineResult([new("$", $"not well-formed JSON in UTF-8, line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}")]);
        }
    }

    private OutlineResult Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return new OutlineResult([new("$", "an outline is a JSON object")]);
        var top = new OutlineFields(root, "$", _faults);
        var course = top.Text("course");
        if (course is not null && !Activities.HasScheme(course)) top.Fault("course", "a course id is an IRI with a scheme, such as https://example.org/course/1");
        var title = top.Text("title");
        var version = top.Text("version");
        var mode = top.Choice("mode", DeliveryModes.All, DeliveryModes.Unknown);
        var sections = Sections(top);
        return _faults.Count > 0
            ? new OutlineResult(_faults)
            : new OutlineResult(new CourseOutline(course!, title!, version!, mode!, sections));
    }

    private List<OutlineSection> Sections(OutlineFields top)
    {
        var sections = new List<OutlineSection>();
        var items = top.Items("sections");
        if (items is null) return sections;
        if (items.Count == 0) top.Fault("sections", "an outline has at least one section");
        if (items.Count > MostSections)
        {
            top.Fault("sections", $"an outline has at most {MostSections} sections, found {items.Count}");
            return sections;
        }
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"$.sections[{i}]";
            if (items[i].ValueKind != JsonValueKind.Object) _faults.Add(new(path, "a section is a JSON object"));
            else sections.Add(Section(new OutlineFields(items[i], path, _faults), i, ids, claims));
        }
        return sections;
    }

    private static OutlineSection Section(OutlineFields fields, int index, Dictionary<string, int> ids, Dictionary<string, string> claims)
    {
        var id = fields.Text("id");
        if (id is not null && !ids.TryAdd(id, index)) fields.Fault("id", $"the same id as $.sections[{ids[id]}]");
        var title = fields.Text("title");
        var kind = fields.Choice("kind", SectionKinds.All, null);
        var activities = ClaimedBy(fields, claims);
        return new OutlineSection(id ?? "", title ?? "", kind ?? "", activities,
            fields.Seconds("expected_seconds", 30 * 86_400), fields.Flag("required"),
            fields.Seconds("idle_seconds", 86_400), fields.Seconds("floor_seconds", 86_400),
            fields.Time("due_at"), fields.Weight("weight"));
    }

    private static List<string> ClaimedBy(OutlineFields fields, Dictionary<string, string> claims)
    {
        var activities = new List<string>();
        var items = fields.Items("activities");
        if (items is null) return activities;
        if (items.Count == 0) fields.Fault("activities", "a section has at least one activity");
        for (var i = 0; i < items.Count; i++)
        {
            var key = $"activities[{i}]";
            if (items[i].ValueKind != JsonValueKind.String)
            {
                fields.Fault(key, "an activity is a string");
                continue;
            }
            if (OutlineText.Of(items[i]) is not { } activity) fields.Fault(key, OutlineText.NoText);
            else if (Activities.FaultOf(activity) is { } reason) fields.Fault(key, reason);
            else if (!claims.TryAdd(activity, fields.PathOf(key))) fields.Fault(key, $"already claimed at {claims[activity]}");
            else activities.Add(activity);
        }
        return activities;
    }
}
