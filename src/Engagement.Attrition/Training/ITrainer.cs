namespace Engagement.Attrition.Training;

/// <summary>
/// Makes a model of person-weeks whose outcome is known. The same rows and options give the same model to the last bit, whatever the
/// number of processors.
/// </summary>
public interface ITrainer
{
    /// <summary>What the model's kind is called: "logistic", "trees" or "corrected".</summary>
    string Name { get; }

    /// <summary>Takes seconds to a minute for half a million rows, on all processors it is allowed.</summary>
    /// <param name="set">What to learn from. Both outcomes must occur.</param>
    /// <param name="validation">Rows that are not in <paramref name="set"/>, better later ones: what the options leave open, such as
    /// the strength of a penalty or the number of trees, is chosen by the log-loss of these.</param>
    /// <exception cref="ArgumentException">The rows or the options cannot be learnt from; the message says why.</exception>
    ModelDocument Train(TrainingSet set, TrainingSet? validation = null);
}
