using Engagement.Statements.Reading;

namespace Engagement.Statements.Dialects;

/// <summary>
/// Where an emitter's words mean something else than xAPI's. Comes last, over columns that are complete. Storyline, Adapt and
/// cmi5 need no file: the tables of verbs, activity types and extensions read them.
/// </summary>
internal static class Dialect
{
    public static void Interpret(ref Draft r, Scratch scratch)
    {
        switch (r.Emitter)
        {
            case Emitter.OpenEdx: OpenEdx.Interpret(ref r, scratch); break;
            case Emitter.Moodle: Moodle.Interpret(ref r); break;
            case Emitter.H5P: H5P.Interpret(ref r); break;
        }
    }
}
