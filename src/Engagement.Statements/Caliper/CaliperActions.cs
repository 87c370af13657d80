using System.Text;
using Engagement.Statements.Vocabulary;

namespace Engagement.Statements.Caliper;

/// <summary>The events that are used, and the verb of each of their actions: an IRI, to be found in verbs.tsv.</summary>
internal static class CaliperActions
{
    private static readonly Utf8Table<byte[]> Verbs = new(new[]
    {
        "NavigationEvent NavigatedTo", "ViewEvent Viewed",
        "AssessmentItemEvent Started", "AssessmentItemEvent Completed", "AssessmentItemEvent Skipped",
        "SessionEvent LoggedIn", "SessionEvent LoggedOut", "SessionEvent TimedOut",
    }.Select(used => (used, Encoding.UTF8.GetBytes("http://purl.imsglobal.org/caliper/actions/" + used.Split(' ')[1]))));

    public static bool TryVerb(ReadOnlySpan<byte> type, ReadOnlySpan<byte> action, out ReadOnlySpan<byte> verb)
    {
        verb = default;
        Span<byte> word = stackalloc byte[64];
        if (type.Length + action.Length >= word.Length) return false;
        type.CopyTo(word);
        word[type.Length] = (byte)' ';
        action.CopyTo(word[(type.Length + 1)..]);
        var found = Verbs.TryGet(word[..(type.Length + 1 + action.Length)], out var bytes);
        verb = bytes;
        return found;
    }
}
