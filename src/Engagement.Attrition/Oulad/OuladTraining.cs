using System.Diagnostics;
using Engagement.Attrition.Features;
using Engagement.Attrition.Training;

namespace Engagement.Attrition.Oulad;

/// <summary>The model of a task, and variants of it, on OULAD's presentations before 2014J.</summary>
internal sealed class OuladTraining
{
    private readonly AttritionTask _task;
    private readonly PersonWeeks _train;
    private readonly string[] _modules;
    private readonly ITrainer _trainer;

    public OuladTraining(AttritionTask task, PersonWeeks weeks, AttritionTrainers trainers, Action<string> say)
    {
        _task = task;
        _train = task.Of(OuladSplit.In(weeks, OuladSplit.Train));
        _modules = [.. weeks.Courses.Select(OuladSplit.Module)];

        say("what is to be chosen, on 2014B");
        var newest = OuladSplit.Train[^1];
        var pilot = trainers.Pilot.Train(Set(OuladSplit.In(_train, OuladSplit.Train[..^1])), Set(OuladSplit.In(_train, newest)));
        _trainer = trainers.Like(pilot);
        WithoutTrees = trainers.WithoutTrees(pilot);

        say("the model");
        var set = Set(_train);
        var watch = Stopwatch.StartNew();
        var model = _trainer.Train(set);
        Fit = watch.Elapsed;
        // Only what is kept says which rows it was made of.
        Model = model with { DataHash = _train.Hash() };
    }

    public ModelDocument Model { get; }

    /// <summary>How long its fit took, its options known.</summary>
    public TimeSpan Fit { get; }

    /// <summary>The model's logistic regression alone.</summary>
    public ITrainer WithoutTrees { get; }

    /// <summary>What another trainer makes of the same rows, or of their first columns.</summary>
    public ModelDocument With(ITrainer trainer, int? columns = null) => trainer.Train(Set(_train, columns));

    /// <summary>The model, had it never seen a module.</summary>
    public ModelDocument Without(string module) => _trainer.Train(Set(_train.Where(row => _modules[_train.Course[row]] != module)));

    /// <summary>From how models do on presentations they were not trained on: on each by one of the others, as the next one will be new
    /// as well.</summary>
    public Calibration Calibrate()
    {
        List<double> scores = [];
        List<bool> labels = [];
        foreach (var held in OuladSplit.Train)
        {
            var model = _trainer.Train(Set(OuladSplit.In(_train, [.. OuladSplit.Train.Except([held])])));
            var unseen = OuladSplit.In(_train, held);
            scores.AddRange(Scorer.Of(model).Score(unseen.Features));
            labels.AddRange(_task.Labels(unseen));
        }
        return Calibration.Fit(scores.ToArray(), labels.ToArray());
    }

    private TrainingSet Set(PersonWeeks of, int? columns = null)
    {
        var features = of.Features.First(columns ?? of.Features.Columns);
        return new TrainingSet(features, _task.Labels(of), [.. FeatureList.Names.Take(features.Columns)])
        {
            Task = _task.Name, From = OuladSplit.Train[0], Until = OuladSplit.Train[^1],
        };
    }
}
