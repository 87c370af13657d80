namespace Engagement.Simulator;

/// <summary>A learner's planned statements, one by one.</summary>
internal sealed class LearnerStream(LearnerLife life)
{
    private readonly IEnumerator<Tape> _stretches = life.Stretches().GetEnumerator();
    private int _index = -1;

    public SimulatedLearner Learner => life.Learner;

    public PlannedStatement Current => _stretches.Current.Statements[_index];

    public bool MoveNext()
    {
        if (_index >= 0 && ++_index < _stretches.Current.Statements.Count)
            return true;
        _index = 0;
        while (_stretches.MoveNext())
        {
            if (_stretches.Current.Statements.Count > 0)
                return true;
        }
        return false;
    }
}
