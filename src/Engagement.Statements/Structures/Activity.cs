using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Activities (xAPI-Data.md 2.4.4.1), as object of a statement or as its context.</summary>
internal static class Activity
{
    public static bool Read(ref Draft r, int token, out ActivityTokens activity)
    {
        activity = default;
        if (!r.Object(token)) return false;
        int id = 0, definition = 0;
        foreach (var m in r.Members(token))
        {
            switch (m.Key)
            {
                case Key.Id:
                    if (!r.Iri(id = m.Value)) return false;
                    break;
                case Key.Definition:
                    definition = m.Value;
                    break;
                case Key.ObjectType:
                    if (!r.String(m.Value)) return false;
                    if (!r.Text(m.Value).SequenceEqual("Activity"u8))
                        return r.Fail(Rules.ObjectType, m.Value, "The objectType here is Activity, spelled exactly so.");
                    break;
                default:
                    if (!r.Unknown(m, "An activity")) return false;
                    break;
            }
        }

        if (id == 0) return r.Missing(token, Key.Id);
        int type = 0, name = 0, extensions = 0;
        if (definition != 0 && !ReadDefinition(ref r, definition, out type, out name, out extensions)) return false;
        activity = new ActivityTokens(id, type, name, extensions);
        return true;
    }

    private static bool ReadDefinition(ref Draft r, int token, out int type, out int name, out int extensions)
    {
        type = name = extensions = 0;
        if (!r.Object(token)) return false;
        var interaction = default(InteractionTokens);
        foreach (var m in r.Members(token))
        {
            var fine = m.Key switch
            {
                Key.Name => LanguageMap.Read(ref r, name = m.Value),
                Key.Description => LanguageMap.Read(ref r, m.Value),
                Key.Type => r.Iri(type = m.Value),
                Key.MoreInfo => r.Iri(m.Value),
                Key.Extensions => Extensions.Read(ref r, extensions = m.Value),
                Key.InteractionType => Interaction.ReadType(ref r, interaction.Type = m.Value),
                Key.CorrectResponsesPattern => Interaction.ReadPattern(ref r, interaction.Part = m.Value),
                Key.Choices or Key.Scale or Key.Source or Key.Target or Key.Steps =>
                    Interaction.ReadComponents(ref r, interaction.Part = m.Value),
                _ => r.Unknown(m, "A definition"),
            };
            if (!fine) return false;
        }

        return interaction.Part == 0 || interaction.Type != 0 || r.Missing(token, Key.InteractionType);
    }
}
