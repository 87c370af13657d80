namespace Engagement.Simulator;

/// <summary>
/// A believable course and the truth about it. Everything follows from the options: two simulations with equal options
/// give equal bytes. Immutable but for the truth, which is worked out when first asked for; thread-safe.
/// </summary>
public sealed class Simulation
{
    private readonly SimulationOptions _options;
    private readonly Roster _roster;
    private readonly Lazy<CourseTruth> _truth;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public Simulation(SimulationOptions options)
    {
        options.Validate();
        _options = options;
        _roster = new Roster(options);
        Course = FeedbackThatHelps.Build(options.Start);
        Outline = OutlineJson.Write(Course);
        _truth = new Lazy<CourseTruth>(TellTruth);
    }

    public SimulatedCourse Course { get; }

    /// <summary>The course's outline, JSON in the form of the topic <c>course-outlines</c>.</summary>
    public ReadOnlyMemory<byte> Outline { get; }

    /// <summary>What the pipeline has to find. Costs a fraction of what generating the statements does.</summary>
    public CourseTruth Truth => _truth.Value;

    /// <summary>The platform's roster: one enrolment a learner.</summary>
    public IEnumerable<SimulatedEnrolment> Enrolments() =>
        Enumerable.Range(0, _options.Learners).Select(index => new SimulatedEnrolment(Course, _roster.Draw(index, _roster.DiceOf(index))));

    /// <summary>
    /// All statements in order of time, generated while they are read: memory holds each learner's sitting under way
    /// (about 10 KB a learner), never the course. Can be read again, and gives the same bytes.
    /// </summary>
    public IEnumerable<SimulatedStatement> Statements()
    {
        var writer = new StatementWriter(Course, _options.Seed);
        var queue = new PriorityQueue<LearnerStream, (long AtMs, int Learner)>();
        for (var i = 0; i < _options.Learners; i++)
            Enqueue(new LearnerStream(Life(i)));

        while (queue.TryDequeue(out var stream, out _))
        {
            var planned = stream.Current;
            var learner = stream.Learner;
            var by = planned.Deed.IsByFacilitator() ? learner.Facilitator!.Person : learner.Person;
            yield return new SimulatedStatement(
                DateTimeOffset.FromUnixTimeMilliseconds(planned.AtMs), writer.Write(planned, learner), by.Identifier);
            Enqueue(stream);
        }

        void Enqueue(LearnerStream stream)
        {
            if (stream.MoveNext())
                queue.Enqueue(stream, (stream.Current.AtMs, stream.Learner.Index));
        }
    }

    private CourseTruth TellTruth()
    {
        var learners = new LearnerTruth[_options.Learners];
        for (var i = 0; i < learners.Length; i++)
            learners[i] = TruthTeller.Tell(Course, Life(i), _options.Seed);
        return new CourseTruth
        {
            Learners = learners,
            Facilitators = [.. _roster.Facilitators.Select(facilitator => facilitator.Person)],
            Statements = learners.Sum(learner => (long)learner.Statements),
        };
    }

    private LearnerLife Life(int index)
    {
        var dice = _roster.DiceOf(index);
        return new LearnerLife(Course, _roster.Draw(index, dice), dice, _options.End);
    }
}
