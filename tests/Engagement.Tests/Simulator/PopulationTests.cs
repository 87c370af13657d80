using Engagement.Simulator;

namespace Engagement.Tests.Simulator;

public class PopulationTests
{
    private static readonly CourseTruth s_small = new Simulation(new()).Truth;
    private static readonly CourseTruth s_large = new Simulation(new() { Seed = 11, Learners = 3000 }).Truth;

    [Fact]
    public void The_default_course_has_every_kind_mode_and_cohort()
    {
        Assert.Equal(Enum.GetValues<LearnerKind>(), s_small.Learners.Select(learner => learner.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<DeliveryMode>(), s_small.Learners.Select(learner => learner.Mode).Distinct().Order());
        Assert.Equal(["winter-1", "winter-2"], s_small.Learners.Select(learner => learner.Cohort).Distinct().Order());
    }

    [Fact]
    public void The_default_course_has_every_status_and_every_kind_of_visit()
    {
        var sections = s_small.Learners.SelectMany(learner => learner.Sections).ToArray();

        Assert.Equal(Enum.GetValues<SectionStatus>(), sections.Select(section => section.Status).Distinct().Order());
        Assert.True(sections.Sum(section => section.OpenVisits) > 50);
        Assert.True(sections.Sum(section => section.DeclaredVisits) > 200);
        Assert.True(sections.Sum(section => section.ClippedVisits) > 0);
    }

    [Fact]
    public void The_default_course_has_tens_of_thousands_of_statements() => Assert.InRange(s_small.Statements, 15_000, 60_000);

    [Theory]
    [InlineData(DeliveryMode.SelfDirected, 0.18, 0.40)]
    [InlineData(DeliveryMode.MicroCredential, 0.55, 0.78)]
    [InlineData(DeliveryMode.Facilitated, 0.82, 0.97)]
    public void Who_stays_depends_on_the_mode(DeliveryMode mode, double least, double most) =>
        Assert.InRange(Completion(s_large.Learners.Where(learner => learner.Mode == mode)), least, most);

    [Fact]
    public void Late_feedback_costs_learners()
    {
        var waited = s_large.Learners.Where(learner => learner.SlowestFeedback > TimeSpan.Zero).ToArray();
        var late = waited.Where(learner => learner.SlowestFeedback > TimeSpan.FromDays(3));
        var soon = waited.Where(learner => learner.SlowestFeedback <= TimeSpan.FromDays(3));

        Assert.True(Completion(late) + 0.1 < Completion(soon));
    }

    [Fact]
    public void Never_starters_register_and_nothing_more() => Assert.All(
        s_large.Learners.Where(learner => learner.Kind == LearnerKind.NeverStarts),
        learner =>
        {
            Assert.Equal(1, learner.Statements);
            Assert.All(learner.Sections, section => Assert.Equal(SectionStatus.NotReached, section.Status));
        });

    [Theory]
    [InlineData(LearnerKind.Skimmer, SectionStatus.Rushed)]
    [InlineData(LearnerKind.Jumper, SectionStatus.Jumped)]
    [InlineData(LearnerKind.Deferrer, SectionStatus.Deferred)]
    public void Each_kind_does_with_practice_what_it_is_called_after(LearnerKind kind, SectionStatus status)
    {
        var course = new Simulation(new()).Course;
        var practice = course.Sections.Where(section => section.Kind is SectionKind.TryIt or SectionKind.ThinkAbout).ToArray();

        Assert.True(Share(kind) > 0.35);
        Assert.True(Share(kind) > 4 * Share(LearnerKind.Thorough));

        double Share(LearnerKind of)
        {
            var reached = s_large.Learners.Where(learner => learner.Kind == of)
                .SelectMany(learner => practice.Select(section => learner.Sections[section.Position - 1].Status))
                .Where(one => one != SectionStatus.NotReached).ToArray();
            return reached.Count(one => one == status) / (double)reached.Length;
        }
    }

    private static double Completion(IEnumerable<LearnerTruth> learners) => learners.Average(learner => learner.Completed ? 1.0 : 0.0);
}
