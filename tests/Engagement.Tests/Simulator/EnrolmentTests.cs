using System.Text;
using Engagement.People.Enrolments;
using Engagement.Simulator;
using Engagement.Statements;

namespace Engagement.Tests.Simulator;

/// <summary>What the simulator tells of its learners is read as those its statements are about.</summary>
public class EnrolmentTests
{
    private static readonly Pseudonym Pseudonym = new("a key of the tests only"u8.ToArray());

    private static readonly Simulation Simulation = new(new() { Learners = 60 });

    private readonly EnrolmentReader _reader = new(Pseudonym);

    [Fact]
    public void Each_is_read_as_its_learner() =>
        Assert.All(Simulation.Enrolments().Zip(Simulation.Truth.Learners), pair =>
        {
            var (enrolment, learner) = pair;
            var read = _reader.Read(enrolment.ToJson()).Enrolment!;
            Assert.Equal((Simulation.Course.Id, Of(learner.Person), learner.RegisteredAt), (read.Course, read.Learner, read.Registered));
            Assert.Equal(learner.Facilitator is { } facilitator ? Of(facilitator) : Guid.Empty, read.Facilitator);
            Assert.EndsWith("/" + learner.Cohort, read.Cohort, StringComparison.Ordinal);
            Assert.Equal((learner.Person.Name, learner.Person.Mail), (read.People[0].Name, read.People[0].Address));
            Assert.Equal(learner.Facilitator?.Name, read.People.ElementAtOrDefault(1)?.Name);
        });

    [Fact]
    public void Its_key_removes_it() =>
        Assert.All(Simulation.Enrolments(), enrolment =>
        {
            var read = _reader.Read(enrolment.ToJson()).Enrolment!;
            Assert.Equal((read.Course, read.Learner), _reader.ReadRemoval(enrolment.Key.Span).Enrolment is { } removed ? (removed.Course, removed.Learner) : default);
        });

    [Fact]
    public void Statements_name_the_same_cohorts()
    {
        var statements = string.Concat(Simulation.Statements().Take(5000).Select(statement => Encoding.UTF8.GetString(statement.Utf8.Span)));
        Assert.All(Simulation.Enrolments().Select(enrolment => enrolment.Fields["cohort"]).Distinct(), cohort =>
            Assert.Contains($"\"id\":\"{cohort}\"", statements, StringComparison.Ordinal));
    }

    private static Guid Of(SimulatedPerson person) => Pseudonym.Of(Encoding.UTF8.GetBytes(person.Identifier));
}
