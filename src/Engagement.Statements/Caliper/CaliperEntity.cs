using Engagement.Statements.Formats;
using Engagement.Statements.Json;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Caliper;

/// <summary>An entity of Caliper, given as an object or as its id alone: tokens of its parts, 0 where not given.</summary>
internal readonly record struct CaliperEntity(int Id, int Type, int Name, int Whole, int User, int Duration)
{
    /// <summary>False where it has no IRI for an id; a blank node has none.</summary>
    public static bool TryRead(scoped in Draft r, int token, out CaliperEntity entity)
    {
        entity = new CaliperEntity(token, 0, 0, 0, 0, 0);
        if (token == 0) return false;
        if (r.Is(token, TokenKind.Object))
        {
            int id = 0, type = 0, name = 0, whole = 0, user = 0, duration = 0;
            foreach (var key in r.KeyTokens(token))
            {
                switch (CaliperKeys.Of(r.Text(key)))
                {
                    case CaliperKey.Id: id = key + 1; break;
                    case CaliperKey.Type: type = OfString(r, key + 1); break;
                    case CaliperKey.Name: name = OfString(r, key + 1); break;
                    case CaliperKey.IsPartOf or CaliperKey.SubOrganizationOf: whole = key + 1; break;
                    case CaliperKey.User: user = key + 1; break;
                    case CaliperKey.Duration: duration = OfString(r, key + 1); break;
                }
            }

            entity = new CaliperEntity(id, type, name, whole, user, duration);
        }

        return entity.Id != 0 && r.Is(entity.Id, TokenKind.String) && Iri.IsValid(r.Text(entity.Id));
    }

    private static int OfString(scoped in Draft r, int token) => r.Is(token, TokenKind.String) ? token : 0;
}
