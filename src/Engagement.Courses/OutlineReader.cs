using System.Text.Json;

namespace Engagement.Courses;

/// <summary>Reads one outline and keeps every fault on the way, so that a designer mends a file in one go.</summary>
internal sealed class OutlineReader
{
    private const int MostSections = 2000;

    private readonly List<FieldFault> _faults = [];

    // What only one section may have, and the path of the one that has it.
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _positions = [];
    private readonly Dictionary<string, string> _claims = new(StringComparer.Ordinal);

    public static OutlineResult Read(ReadOnlySpan<byte> json)
    {
        var outline = new OutlineReader();
        return JsonFields.Parse(json, "an outline", outline._faults) is { } fields ? outline.Read(fields) : new OutlineResult(outline._faults);
    }

    private OutlineResult Read(JsonFields top)
    {
        var course = top.Iri("course", "a course id");
        var title = top.Text("title");
        var version = top.Text("version");
        var mode = top.Choice("mode", DeliveryModes.All, DeliveryModes.Unknown);
        var sections = Sections(top);
        return _faults.Count > 0
            ? new OutlineResult(_faults)
            : new OutlineResult(new CourseOutline(course!, title!, version!, mode!, sections));
    }

    private List<OutlineSection> Sections(JsonFields top)
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
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"$.sections[{i}]";
            if (items[i].ValueKind != JsonValueKind.Object) _faults.Add(new(path, "a section is a JSON object"));
            else sections.Add(Section(new JsonFields(items[i], path, _faults), place: i + 1));
        }
        return sections;
    }

    private OutlineSection Section(JsonFields fields, int place)
    {
        var id = fields.Text("id");
        if (id is not null && !_ids.TryAdd(id, fields.Path)) fields.Fault("id", $"the same id as {_ids[id]}");
        CheckPosition(fields, place);
        var title = fields.Text("title");
        var kind = fields.Choice("kind", SectionKinds.All, null);
        var activities = ClaimedBy(fields);
        return new OutlineSection(id ?? "", title ?? "", kind ?? "", activities,
            fields.Seconds("expected_seconds", 30 * 86_400), fields.Flag("required"),
            fields.Seconds("idle_seconds", 86_400), fields.Seconds("floor_seconds", 86_400),
            fields.Time("due_at"), fields.Weight("weight"));
    }

    // The order of the list counts; who numbers the sections as well is told where the two disagree.
    private void CheckPosition(JsonFields fields, int place)
    {
        if (fields.Ordinal("position") is not { } position) return;
        if (!_positions.TryAdd(position, fields.Path)) fields.Fault("position", $"position {position} twice: {_positions[position]} has it too");
        if (position != place) fields.Fault("position", $"is {position}, but the section's place in the list is {place}");
    }

    private List<string> ClaimedBy(JsonFields fields)
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
            if (FieldText.Of(items[i]) is not { } activity) fields.Fault(key, FieldText.NoText);
            else if (Activities.FaultOf(activity) is { } reason) fields.Fault(key, reason);
            else if (!_claims.TryAdd(activity, fields.PathOf(key))) fields.Fault(key, $"already claimed at {_claims[activity]}");
            else activities.Add(activity);
        }
        return activities;
    }
}
