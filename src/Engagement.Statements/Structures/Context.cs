using Engagement.Statements.Formats;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Contexts (xAPI-Data.md 2.4.6).</summary>
internal static class Context
{
    /// <param name="objectIsActivity">Only then revision and platform make sense.</param>
    public static bool Read(ref Draft r, int token, bool objectIsActivity, out ContextTokens context)
    {
        context = default;
        if (!r.Object(token)) return false;
        foreach (var m in r.Members(token))
        {
            var value = m.Value;
            var fine = m.Key switch
            {
                Key.Registration => r.Uuid(value, out context.Registration),
                Key.Instructor => context.HasInstructor = Actor.Read(ref r, value, out _),
                Key.Team => context.HasTeam = ReadTeam(ref r, value),
                Key.Revision => ReadOfActivity(ref r, value, objectIsActivity),
                Key.Platform => ReadOfActivity(ref r, context.Platform = value, objectIsActivity),
                Key.Language => ReadLanguage(ref r, context.Language = value),
                Key.Statement => StatementRef.Read(ref r, value, out context.Statement),
                Key.ContextActivities => ContextActivities.Read(ref r, context.Activities = value),
                Key.Extensions => Extensions.Read(ref r, context.Extensions = value),
                Key.ContextAgents when r.Spec == Spec.V2 => ContextAgents.Read(ref r, value, areGroups: false),
                Key.ContextGroups when r.Spec == Spec.V2 => ContextAgents.Read(ref r, value, areGroups: true),
                _ => r.Unknown(m, "A context"),
            };
            if (!fine) return false;
        }

        return true;
    }

    private static bool ReadTeam(ref Draft r, int token)
    {
        if (!Actor.Read(ref r, token, out var team)) return false;
        return team.IsGroup || r.Fail(Rules.ObjectType, token, "A team is a group; set its objectType to Group.");
    }

    private static bool ReadOfActivity(ref Draft r, int token, bool objectIsActivity)
    {
        if (!r.String(token)) return false;
        return objectIsActivity || r.Fail(Rules.Context, token, "revision and platform are allowed only where the object is an activity.");
    }

    private static bool ReadLanguage(ref Draft r, int token) =>
        r.String(token)
        && (LanguageTag.IsValid(r.Text(token)) || r.Fail(Rules.LanguageTag, token, "The text is no RFC 5646 language tag such as en or pt-BR."));
}
