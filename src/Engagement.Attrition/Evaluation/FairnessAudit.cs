namespace Engagement.Attrition.Evaluation;

/// <summary>
/// Whether a model serves all groups of learners alike. A ratio is of a group's figure to the highest of any group that has enough
/// behind it. The attribute is used here only, never to train.
/// </summary>
/// <param name="Attribute">What learners are grouped by.</param>
/// <param name="Groups">By name.</param>
/// <param name="Unknown">Learners without a group: in no row here.</param>
public sealed record FairnessAudit(string Attribute, IReadOnlyList<GroupFairness> Groups, int Unknown)
{
    /// <summary>Ratios below are warned of: the four-fifths rule.</summary>
    public const double LeastRatio = 0.8;

    /// <summary>Events that a group's recall, and alerts that its precision must have behind it to be compared: of fewer, chance alone
    /// makes ratios below 0.8 common.</summary>
    public const int LeastCases = 30;

    /// <param name="attribute">What learners are grouped by.</param>
    /// <param name="weeks">All person-weeks.</param>
    /// <param name="alerted">Which of them are pointed out.</param>
    /// <param name="groups">The group of a learner, by their number; not there: not known.</param>
    public static FairnessAudit Of(string attribute, ScoredWeeks weeks, bool[] alerted, IReadOnlyDictionary<int, string> groups)
    {
        var rows = Enumerable.Range(0, weeks.Rows).ToLookup(row => groups.GetValueOrDefault(weeks.Learner[row]));
        var found = rows.Where(group => group.Key is not null).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new GroupFairness(group.Key!, Learners(group), Figures(group), null, null)).ToList();
        var recall = found.Where(group => IsEnoughForRecall(group.Figures)).Select(group => group.Figures.Recall).DefaultIfEmpty(0).Max();
        var precision = found.Where(group => IsEnoughForPrecision(group.Figures)).Select(group => group.Figures.Precision).DefaultIfEmpty(0).Max();
        return new FairnessAudit(attribute, found.ConvertAll(group => group with
        {
            RecallRatio = recall > 0 && IsEnoughForRecall(group.Figures) ? group.Figures.Recall / recall : null,
            PrecisionRatio = precision > 0 && IsEnoughForPrecision(group.Figures) ? group.Figures.Precision / precision : null,
        }), Learners(rows[null]));

        int Learners(IEnumerable<int> group) => group.Select(row => weeks.Learner[row]).Distinct().Count();

        PrecisionRecall Figures(IEnumerable<int> group) => new(
            group.Count(row => alerted[row]), group.Count(row => alerted[row] && weeks.Event[row]), group.Count(row => weeks.Event[row]));
    }

    private static bool IsEnoughForRecall(PrecisionRecall figures) => figures.Events >= LeastCases;

    private static bool IsEnoughForPrecision(PrecisionRecall figures) => IsEnoughForRecall(figures) && figures.Alerts >= LeastCases;
}

/// <summary>One group of learners.</summary>
/// <param name="Name">As supplied.</param>
/// <param name="Learners">How many.</param>
/// <param name="Figures">Of their person-weeks.</param>
/// <param name="RecallRatio">To the highest recall; null: too few events to say, or no group's were found.</param>
/// <param name="PrecisionRatio">To the highest precision; null: too few events or alerts to say, or no alert was right.</param>
public sealed record GroupFairness(string Name, int Learners, PrecisionRecall Figures, double? RecallRatio, double? PrecisionRatio)
{
    /// <summary>Whether a ratio is below 0.8.</summary>
    public bool IsWarned => RecallRatio < FairnessAudit.LeastRatio || PrecisionRatio < FairnessAudit.LeastRatio;
}
