using System.Text;
using Engagement.Courses;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Courses;

/// <summary>What is written is read as the same outline.</summary>
public sealed class OutlineJsonTests
{
    private static readonly Gen<string> Characters = Gen.Elements(
        "a", "Z", "7", "/", "?", "#", "-", "\"", "\\", "<", "&", "'", "é", "ß", "试", "😀", "\u007f", "\u2028", "\ud7ff", "\ufffd", " ", "\n", "\u001b", "\0")
        .ArrayOf().Select(string.Concat);

    private static readonly Gen<string> Text = Characters.Select(text => "x" + text);

    // No blank in an id.
    private static readonly Gen<string> Iri = Characters.Select(text => "https://e.org/" + string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))));

    // Whole seconds, microseconds, and both bounds.
    private static Gen<decimal?> Seconds(int most) => Gen.OneOf(
        Gen.Constant((decimal?)null), Gen.Choose(1, most).Select(whole => (decimal?)whole),
        Gen.Choose(1, 999_999_999).Select(micros => (decimal?)(micros / 1_000_000m)), Gen.Constant((decimal?)0.000001m));

    private static readonly Gen<DateTimeOffset?> Due = Gen.OneOf(
        Gen.Constant((DateTimeOffset?)null),
        from day in Gen.Choose(-25_000, 120_000)
        from micros in Gen.Elements(0L, 1, 60_000_000, 86_399_999_999, 43_200_120_000)
        select (DateTimeOffset?)DateTimeOffset.UnixEpoch.AddDays(day).AddMicroseconds(micros));

    private static readonly Gen<OutlineSection> Section =
        from id in Text
        from title in Text
        from kind in Gen.Elements(SectionKinds.All.ToArray())
        from activities in Iri.Zip(Gen.Elements("", "*")).NonEmptyListOf()
        from expected in Seconds(30 * 86_400)
        from idle in Seconds(86_400)
        from floor in Seconds(86_400)
        from required in Gen.Elements<bool?>(null, true, false)
        from due in Due
        from weight in Gen.Elements<double?>(null, 0, 0.1, 1.0 / 3, 1e-300, 1e9)
        select new OutlineSection(id, title, kind, [.. activities.Select(activity => activity.Item1 + activity.Item2)], expected, required, idle, floor, due, weight);

    private static readonly Gen<CourseOutline> Outline =
        from course in Iri
        from title in Text
        from version in Text
        from mode in Gen.Elements(DeliveryModes.All.ToArray())
        from sections in Section.NonEmptyListOf()
        select new CourseOutline(course + "c", title, version, mode, [.. sections.Select(Distinct)]);

    [Fact]
    public void What_is_written_is_read_as_the_same_outline() =>
        Prop.ForAll(Outline.ToArbitrary(), outline =>
        {
            var result = CourseOutline.Parse(outline.ToJson());
            Assert.Empty(result.Faults);
            Assert.Equal(outline with { Sections = [] }, result.Outline! with { Sections = [] });
            Assert.Equal(outline.Sections.Select(Bare), result.Outline.Sections.Select(Bare));
            Assert.Equal(outline.Sections.Select(section => section.Activities), result.Outline.Sections.Select(section => section.Activities));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void It_is_a_file_for_people() => Assert.Equal("""
        {
          "course": "https://e.org/c",
          "title": "Über <b> \"it\"",
          "version": "2026-01-12",
          "mode": "facilitated",
          "sections": [
            {
              "id": "a",
              "title": "试一试",
              "kind": "try-it",
              "activities": [
                "https://e.org/a",
                "https://e.org/a/*"
              ],
              "expected_seconds": 90.5,
              "required": true,
              "due_at": "2026-03-01T10:00:00Z"
            }
          ]
        }

        """, Encoding.UTF8.GetString(new CourseOutline("https://e.org/c", "Über <b> \"it\"", "2026-01-12", "facilitated",
        [
            new OutlineSection("a", "试一试", "try-it", ["https://e.org/a", "https://e.org/a/*"], 90.5m, true, null, null, new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), null),
        ]).ToJson()));

    // Ids and claims are a section's own.
    private static OutlineSection Distinct(OutlineSection section, int place) => section with
    {
        Id = $"{place} {section.Id}",
        Activities = [.. section.Activities.Select((activity, i) => activity.Insert("https://e.org/".Length, $"{place}/{i}/"))],
    };

    // A list equals no other list.
    private static OutlineSection Bare(OutlineSection section) => section with { Activities = [] };
}
