using System.Diagnostics;
using Engagement.Attrition.Evaluation;
using Engagement.Attrition.Evaluation.Report;
using Engagement.Attrition.Features;
using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Logistic;

namespace Engagement.Attrition.Oulad;

/// <summary>
/// Trains the model of a task on OULAD's earlier presentations and says how good it is on those of 2014J, beside rules, simpler
/// models and challengers on the same rows.
/// </summary>
/// <param name="task">What is predicted.</param>
/// <param name="weeks">All person-weeks of OULAD.</param>
/// <param name="progress">Told what is being done, in a few words.</param>
public sealed class OuladEvaluation(AttritionTask task, PersonWeeks weeks, IProgress<string>? progress = null)
{
    private readonly PersonWeeks _train = task.Of(OuladSplit.Train(weeks)), _test = task.Of(OuladSplit.Test(weeks));

    /// <summary>What was trained and evaluated on, for the report.</summary>
    public static string Data =>
        "Trained on the presentations 2013B, 2013J and 2014B of OULAD, evaluated once on those of 2014J, AAA to EEE. Weekly cuts from day 7 to four weeks before the end: after that silence is no giving up. The reference has some rows less of 2014J (149,480 and 195,959), by a rule that is not known.";

    /// <summary>The model: trained on all that is trained on, calibrated by how one without 2014B did there. And how long the fit took,
    /// without what calibration costs.</summary>
    public (ModelDocument Document, TimeSpan Fit) Train()
    {
        Say("trained without 2014B, to calibrate");
        var later = task.Of(OuladSplit.Later(weeks));
        var earlier = AttritionModel.Trainer.Train(Set(task.Of(OuladSplit.Earlier(weeks))));
        var calibration = Calibration.Fit(Scorer.Of(earlier).Score(later.Features), task.Labels(later));
        Say("trained");
        var set = Set(_train);
        var watch = Stopwatch.StartNew();
        var document = AttritionModel.Trainer.Train(set) with { Calibration = calibration };
        return (document, watch.Elapsed);
    }

    /// <param name="model">What <see cref="Train"/> gave.</param>
    /// <param name="eventDays">The day of the event by course and learner, where it has one.</param>
    public TaskResult Evaluate(ModelDocument model, IReadOnlyDictionary<(int Course, int Learner), int>? eventDays)
    {
        var scored = Scored(Scorer.Of(model).Score(_test.Features));
        Say("challengers");
        Contender[] contenders =
        [
            new("model", scored.Score, true),
            new("model, not calibrated", Scorer.Of(model with { Calibration = Calibration.None }).Score(_test.Features), true),
            new("logistic regression alone", Scores(new LogisticTrainer(AttritionModel.Logistic), _train), true),
            new("boosted trees alone", Scores(AttritionModel.Challenger, _train), true),
            Contender.LongestAway(Column("silence")),
            Contender.FewestActiveDays(Column("active_days_14")),
            Contender.Chance(_test.Rows),
        ];
        return new TaskResult(
            [.. contenders.Select(contender => ContenderResult.Of(scored, contender, eventDays))],
            [.. Additions(scored)], [.. Unseen(scored)], []);
    }

    /// <summary>How long it takes one processor to score a person-week.</summary>
    public TimeSpan ScoringRow(ModelDocument model)
    {
        var scorer = Scorer.Of(model);
        scorer.Score(_test.Features, processors: 1);
        var watch = Stopwatch.StartNew();
        scorer.Score(_test.Features, processors: 1);
        return watch.Elapsed / _test.Rows;
    }

    // A family of features more each time; then the trees.
    private IEnumerable<Addition> Additions(ScoredWeeks scored)
    {
        var columns = 0;
        foreach (var family in FeatureList.Families)
        {
            columns += family.Features.Count;
            Say($"with: {family.Name}");
            var model = new LogisticTrainer(AttritionModel.Logistic).Train(Set(_train, columns));
            yield return Addition.Of(family.Name, scored with { Score = Scorer.Of(model).Score(_test.Features.First(columns)) });
        }
        yield return Addition.Of("trees that correct it, and calibration", scored);
    }

    private IEnumerable<UnseenModule> Unseen(ScoredWeeks scored)
    {
        foreach (var module in _test.Course.Distinct().Select(course => OuladSplit.Module(weeks.Courses[course])).Distinct().Order(StringComparer.Ordinal))
        {
            Say($"without {module}");
            var scores = Scores(AttritionModel.Trainer, _train.Where(row => OuladSplit.Module(weeks.Courses[_train.Course[row]]) != module));
            var rows = Enumerable.Range(0, _test.Rows).Where(row => OuladSplit.Module(weeks.Courses[_test.Course[row]]) == module).ToArray();
            yield return UnseenModule.Of(module, scored.Where(rows.ToHashSet().Contains), [.. rows.Select(row => scores[row])]);
        }
    }

    private double[] Scores(ITrainer trainer, PersonWeeks train) => Scorer.Of(trainer.Train(Set(train))).Score(_test.Features);

    private ScoredWeeks Scored(double[] scores) => new(_test.Course, _test.Learner, _test.Day, scores, task.Labels(_test));

    private float[] Column(string name)
    {
        var column = FeatureList.Names.ToList().IndexOf(name);
        return [.. Enumerable.Range(0, _test.Rows).Select(row => _test.Features.Row(row)[column])];
    }

    private TrainingSet Set(PersonWeeks of, int? columns = null) => new(
        of.Features.First(columns ?? of.Features.Columns), task.Labels(of), [.. FeatureList.Names.Take(columns ?? of.Features.Columns)])
    {
        Task = task.Name, From = "2013B", Until = "2014B", DataHash = of.Hash(),
    };

    private void Say(string what) => progress?.Report($"{task.Name}: {what}");
}
