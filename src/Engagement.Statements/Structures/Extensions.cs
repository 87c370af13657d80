using System.Buffers.Text;
using Engagement.Statements.Dialects;
using Engagement.Statements.Formats;
using Engagement.Statements.Json;
using Engagement.Statements.Vocabulary;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Extensions (xAPI-Data.md 4.1): keys are IRIs, values anything. Values that can't be used are passed over, never refused.</summary>
internal static class Extensions
{
    // Longer than any visit; keeps the microseconds within range.
    private const double MaxActiveSeconds = 1e9;

    public static bool Read(ref Draft r, int token)
    {
        if (!r.Object(token)) return false;
        foreach (var key in r.KeyTokens(token))
            if (!Iri.IsValid(r.Text(key))) return r.Fail(Rules.ExtensionKey, key, "The key of an extension is an IRI; this one has no scheme or holds blanks.");
        return true;
    }

    /// <summary>Takes the columns that extensions carry, from extensions that <see cref="Read"/> passed.</summary>
    public static void Take(ref Draft r, int token)
    {
        foreach (var key in r.KeyTokens(token))
        {
            if (!ExtensionTable.Known.TryGet(r.Text(key), out var meaning)) continue;
            var value = key + 1;
            switch (meaning)
            {
                case ExtensionMeaning.SectionKind:
                    if (r.Is(value, TokenKind.String)) r.DeclaredKind = SectionKinds.Of(r.Text(value));
                    break;
                case ExtensionMeaning.ActiveSeconds:
                    TakeActive(ref r, value);
                    break;
                case ExtensionMeaning.Attempt:
                    if (r.Is(value, TokenKind.String)) r.Columns.AttemptId = r.Text(value);
                    else if (r.Is(value, TokenKind.Number)) r.Columns.AttemptId = r.Raw(value);
                    break;
                case ExtensionMeaning.Enrolment:
                    r.IsEnrolment = true;
                    break;
                case ExtensionMeaning.OpenEdx:
                    r.Emitter = Emitter.OpenEdx;
                    break;
                case ExtensionMeaning.Moodle:
                    r.Emitter = Emitter.Moodle;
                    break;
                case ExtensionMeaning.H5P:
                    r.Emitter = Emitter.H5P;
                    break;
            }
        }
    }

    private static void TakeActive(ref Draft r, int value)
    {
        if (!r.Is(value, TokenKind.Number) || !Utf8Parser.TryParse(r.Raw(value), out double seconds, out _)) return;
        if (seconds is < 0 or > MaxActiveSeconds) return;
        var micros = (long)Math.Round(seconds * 1e6);
        // A heartbeat is cumulative: of two in one statement the larger says more.
        if (r.Columns.ActiveMicros is not { } known || micros > known) r.Columns.ActiveMicros = micros;
    }
}
