using Engagement.Statements.Reading;

namespace Engagement.Statements.Dialects;

/// <summary>
/// Open edX by event-routing-backends. Known by the extension with its version. One block has up to four ids there: its
/// address (<c>https://host/xblock/block-v1:…</c>), a link to it, its bare usage key in exams, and its address with a hint or an
/// answer behind it; all become the address. Most blocks are typed as a resource, so the kind is in the usage key.
/// </summary>
internal static class OpenEdx
{
    public static void Interpret(ref Draft r, Scratch scratch)
    {
        // The actor is the one who answered, graded by the platform at that moment; nobody gives feedback.
        if (r.Columns.Verb.SequenceEqual("https://w3id.org/xapi/acrossx/verbs/evaluated"u8)) r.Columns.Role = Role.Act;
        // It is the video's length, however much of it was skipped.
        if (r.Columns.ActivityType.SequenceEqual("https://w3id.org/xapi/video/activity-type/video"u8)) r.Columns.DurationMicros = null;
        var id = r.Columns.ActivityId;
        if (!UsageKey.TryFind(id, out var key)) return;
        if (r.Columns.KindHint is SectionKind.Unknown or SectionKind.Resource && r.Columns.ActivityName.IsEmpty)
            r.Columns.KindHint = UsageKey.KindOf(id[key]);
        var platform = Platform(id, r.Columns.CourseId);
        if (!platform.IsEmpty) r.Columns.ActivityId = Address(scratch, platform, id, id[key]);
    }

    /// <summary>What stands before /xblock/, /courses/ or /course/ in the block's id, else in the course's.</summary>
    private static ReadOnlySpan<byte> Platform(ReadOnlySpan<byte> id, ReadOnlySpan<byte> course)
    {
        var end = id.IndexOf("/xblock/"u8);
        if (end < 0) end = id.IndexOf("/courses/"u8);
        if (end >= 0) return id[..end];
        end = course.IndexOf("/course/"u8);
        return end < 0 ? default : course[..end];
    }

    private static ReadOnlySpan<byte> Address(Scratch scratch, ReadOnlySpan<byte> platform, ReadOnlySpan<byte> id, ReadOnlySpan<byte> key)
    {
        var infix = "/xblock/"u8;
        var length = platform.Length + infix.Length + key.Length;
        // As it nearly always is.
        if (id.Length == length && id[platform.Length..].StartsWith(infix)) return id;
        var address = scratch.Take(length);
        platform.CopyTo(address);
        infix.CopyTo(address[platform.Length..]);
        key.CopyTo(address[(platform.Length + infix.Length)..]);
        return address;
    }
}
