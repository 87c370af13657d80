using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Voiding (xAPI-Data.md 2.3.2). Whether the target exists is not asked: it may come later.</summary>
internal static class Voiding
{
    public static bool IsVoiding(ReadOnlySpan<byte> verb) => verb.SequenceEqual("http://adlnet.gov/expapi/verbs/voided"u8);

    public static bool Check(ref Draft r, int verbId, int objectToken, ObjectType type) =>
        type == ObjectType.StatementRef
        || !IsVoiding(r.Text(verbId))
        || r.Fail(Rules.Voiding, objectToken, "The object of a voiding statement is a StatementRef.");
}
