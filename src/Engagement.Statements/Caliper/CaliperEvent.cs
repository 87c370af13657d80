using Engagement.Statements.Json;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Caliper;

/// <summary>Which members an event of Caliper has: tokens of their values, 0 where not given.</summary>
internal record struct CaliperEvent
{
    public int Context, Id, Type, Actor, Action, Object, EventTime, Group, Session, Generated, Sensor, Data;

    public static CaliperEvent Of(scoped in Draft r)
    {
        var found = default(CaliperEvent);
        if (!r.Is(0, TokenKind.Object)) return found;
        foreach (var key in r.KeyTokens(0))
        {
            var value = key + 1;
            switch (CaliperKeys.Of(r.Text(key)))
            {
                case CaliperKey.Context: found.Context = value; break;
                case CaliperKey.Id: found.Id = value; break;
                case CaliperKey.Type: found.Type = value; break;
                case CaliperKey.Actor: found.Actor = value; break;
                case CaliperKey.Action: found.Action = value; break;
                case CaliperKey.Object: found.Object = value; break;
                case CaliperKey.EventTime: found.EventTime = value; break;
                case CaliperKey.Group: found.Group = value; break;
                case CaliperKey.Session: found.Session = value; break;
                case CaliperKey.Generated: found.Generated = value; break;
                case CaliperKey.Sensor: found.Sensor = value; break;
                case CaliperKey.Data: found.Data = value; break;
            }
        }

        return found;
    }

    /// <summary>By the JSON-LD context: one, or the first of several.</summary>
    public readonly bool IsCaliper(scoped in Draft r)
    {
        var context = Context != 0 && r.Is(Context, TokenKind.Array) && r.Tape[Context].Next > Context + 1 ? Context + 1 : Context;
        return context != 0 && r.Is(context, TokenKind.String) && r.Text(context).StartsWith("http://purl.imsglobal.org/ctx/caliper"u8);
    }

    /// <summary>What sensors send events in.</summary>
    public readonly bool IsEnvelope(scoped in Draft r) => Sensor != 0 && Data != 0 && r.Is(Data, TokenKind.Array);
}
