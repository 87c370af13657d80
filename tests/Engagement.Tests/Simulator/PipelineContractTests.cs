using System.Text;
using Engagement.Courses;
using Engagement.Simulator;
using Engagement.Statements;

namespace Engagement.Tests.Simulator;

/// <summary>What the simulator sends is what the pipeline understands.</summary>
public class PipelineContractTests
{
    private static readonly Simulation s_simulation = new(new() { Seed = 5, Learners = 60 });
    private static readonly Pseudonym s_pseudonym = new(Encoding.UTF8.GetBytes("a key for tests"));
    private static readonly Verdicts s_verdicts = Read();

    [Fact]
    public void Every_statement_is_accepted()
    {
        Assert.Empty(s_verdicts.Rejections);
        Assert.Equal(s_simulation.Truth.Statements, s_verdicts.Accepted.Count);
    }

    [Fact]
    public void A_message_key_leads_to_the_same_pseudonym_as_its_statement() =>
        Assert.All(s_verdicts.Accepted, one => Assert.Equal(s_pseudonym.Of(Encoding.UTF8.GetBytes(one.Key)), one.Learner));

    [Fact]
    public void Facilitators_give_feedback_and_do_nothing_else()
    {
        var facilitators = s_simulation.Truth.Facilitators.Select(one => one.Identifier).ToHashSet();

        Assert.Contains(s_verdicts.Accepted, one => one.Role == Role.Feedback);
        Assert.All(s_verdicts.Accepted, one => Assert.Equal(facilitators.Contains(one.Key), one.Role == Role.Feedback));
    }

    [Fact]
    public void Every_role_but_voiding_is_played() =>
        Assert.Equal(Enum.GetValues<Role>().Except([Role.Void]), s_verdicts.Accepted.Select(one => one.Role).Distinct().Order());

    [Fact]
    public void All_statements_say_that_they_are_of_this_course() =>
        Assert.All(s_verdicts.Accepted, one => Assert.Equal(s_simulation.Course.Id, one.Course));

    [Fact]
    public void A_statement_tells_the_cohort_of_the_learner_it_is_about()
    {
        var cohorts = s_simulation.Truth.Learners.ToDictionary(one => one.Identifier, one => "https://learn.example.org/cohorts/" + one.Cohort);
        var learners = s_verdicts.Accepted.ToDictionary(one => one.Id, one => one.Key);

        // Feedback is about the learner whose statement it names.
        Assert.All(s_verdicts.Accepted, one => Assert.Equal(cohorts[one.Role == Role.Feedback ? learners[one.RefersTo] : one.Key], one.Cohort));
    }

    [Fact]
    public void The_outline_has_no_fault()
    {
        var result = CourseOutline.Parse(s_simulation.Outline.Span);

        Assert.Empty(result.Faults);
        Assert.Equal(s_simulation.Course.Sections.Count, result.Outline!.Sections.Count);
    }

    private static Verdicts Read()
    {
        var verdicts = new Verdicts();
        var reader = new StatementReader(s_pseudonym);
        foreach (var statement in s_simulation.Statements())
        {
            verdicts.Key = statement.Key;
            reader.Read(statement.Utf8.Span, 0, verdicts);
        }
        return verdicts;
    }

    private sealed class Verdicts : IStatementSink
    {
        public string Key { get; set; } = "";
        public List<(string Key, Guid Id, Guid Learner, Role Role, string Course, string Cohort, Guid RefersTo)> Accepted { get; } = [];
        public List<Rejection> Rejections { get; } = [];

        public void Accept(int index, in Statement statement) =>
            Accepted.Add((Key, statement.Id, statement.LearnerId, statement.Role, Encoding.UTF8.GetString(statement.CourseId),
                Encoding.UTF8.GetString(statement.Cohort), statement.RefersToId));

        public void Reject(int index, Rejection rejection, ReadOnlySpan<byte> raw) => Rejections.Add(rejection);

        public void Ignore(int index, Ignored ignored) => Assert.Fail($"The simulator sent what is ignored: {ignored.Reason}");
    }
}
