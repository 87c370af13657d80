namespace Engagement.Courses;

/// <summary>A course's sections in order, as declared by its platform or its designer. Immutable.</summary>
/// <param name="Course">Id of the course, an IRI.</param>
/// <param name="Title">For people; never empty.</param>
/// <param name="Version">Name of this version. One that is an ISO 8601 date or time says when it comes into force.</param>
/// <param name="Mode">Offer the course is given as, one of <see cref="DeliveryModes"/>.</param>
/// <param name="Sections">In course order: a section's position is its place here, from 1.</param>
public sealed record CourseOutline(
    string Course, string Title, string Version, string Mode, IReadOnlyList<OutlineSection> Sections)
{
    /// <summary>Reads the JSON of the topic <c>course-outlines</c>, UTF-8. Keys it does not know are ignored.</summary>
    /// <returns>The outline, or every fault found in it.</returns>
    public static OutlineResult Parse(ReadOnlySpan<byte> json) => OutlineReader.Read(json);

    /// <summary>The JSON that <see cref="Parse"/> reads as the same outline, UTF-8, indented for people and ended by a line break.</summary>
    public byte[] ToJson() => OutlineWriter.Write(this);

    /// <summary>When this version comes into force: the time its name says, or else the time it was received.</summary>
    public DateTimeOffset ValidFrom(DateTimeOffset receivedAt) => IsoTime.TryParse(Version, out var time) ? time : receivedAt;
}
