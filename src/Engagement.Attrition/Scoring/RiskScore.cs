using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Engagement.Attrition.Reasons;

namespace Engagement.Attrition.Scoring;

/// <summary>What was found of a learner of a course at a cut; a row of table <c>risk_scores</c>.</summary>
/// <param name="Course">Its id.</param>
/// <param name="Learner">Who.</param>
/// <param name="Probability">Of giving up in the 14 days after the cut, 0 to 1; null: never started.</param>
/// <param name="IsShown">The probability can be believed.</param>
/// <param name="Place">1: the learner of the course most at risk; null: never started.</param>
/// <param name="Of">Learners of the course with a place; 0 where this one has none.</param>
/// <param name="Explanation">Why, in words.</param>
public sealed record RiskScore(string Course, Guid Learner, float? Probability, bool IsShown, int? Place, int Of, Explanation Explanation)
{
    /// <summary>Tells this from anything else that may be found of the learner. The place is left out: it changes with the others'.</summary>
    public ulong Digest(Guid model)
    {
        var text = new StringBuilder().Append(model).Append('\n').Append(Probability).Append(IsShown).Append(Explanation.Situation).Append('\n');
        foreach (var reason in Explanation.Reasons) text.Append(reason.Code).Append(' ').Append(reason.Text).Append('\n');
        text.Append(Explanation.NextStep);
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
