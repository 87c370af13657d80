using System.Globalization;
using System.Text;
using Engagement.Statements.Json;

namespace Engagement.Statements.Reading;

/// <summary>The JSON path of a token, found by walking the tape from the top: only refused statements pay for it.</summary>
internal static class TokenPath
{
    public static string Of(scoped in Draft draft, int target, Key missing, string root)
    {
        var path = new StringBuilder(root);
        var at = 0;
        while (at != target)
        {
            var child = at + 1;
            if (draft.Tape[at].Kind == TokenKind.Object)
            {
                while (draft.Tape[child + 1].Next <= target) child = draft.Tape[child + 1].Next;
                path.Append('.').Append(Keys.Text(draft.Tape[child].Key));
                if (target == child) break;
                at = child + 1;
            }
            else
            {
                var index = 0;
                for (; draft.Tape[child].Next <= target; index++) child = draft.Tape[child].Next;
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                at = child;
            }
        }

        if (missing != Key.Unknown) path.Append('.').Append(Keys.Text(missing));
        return path.ToString();
    }
}
