using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>The statement itself (xAPI-Data.md 2.4): which members it has.</summary>
internal static class StatementRoot
{
    public static bool Read(ref Draft r, out StatementTokens tokens)
    {
        tokens = default;
        if (!r.Object(0)) return false;
        foreach (var m in r.Members(0))
        {
            switch (m.Key)
            {
                case Key.Id: tokens.Id = m.Value; break;
                case Key.Actor: tokens.Actor = m.Value; break;
                case Key.Verb: tokens.Verb = m.Value; break;
                case Key.Object: tokens.Object = m.Value; break;
                case Key.Result: tokens.Result = m.Value; break;
                case Key.Context: tokens.Context = m.Value; break;
                case Key.Timestamp: tokens.Timestamp = m.Value; break;
                case Key.Stored: tokens.Stored = m.Value; break;
                case Key.Authority: tokens.Authority = m.Value; break;
                case Key.Version: tokens.Version = m.Value; break;
                case Key.Attachments: tokens.Attachments = m.Value; break;
                default:
                    if (!r.Unknown(m, "A statement")) return false;
                    break;
            }
        }

        if (tokens.Actor == 0) return r.Missing(0, Key.Actor);
        if (tokens.Verb == 0) return r.Missing(0, Key.Verb);
        return tokens.Object != 0 || r.Missing(0, Key.Object);
    }
}
