using Engagement.Simulator;

namespace Engagement.Tests.Simulator;

public class TapeTests
{
    private static readonly SimulatedCourse s_course = FeedbackThatHelps.Build(DateTimeOffset.UnixEpoch);
    private static readonly SimulatedSection s_content = s_course.Sections[0];
    private static readonly SimulatedSection s_tryIt = s_course.Sections[2];

    [Fact]
    public void What_is_dwelt_until_the_next_thing_belongs_to_the_visit()
    {
        var tape = Started();
        tape.Open(s_content, Deed.Opened);
        tape.Dwell(90_000);
        tape.Say(Deed.Interacted);
        tape.Dwell(150_000);
        tape.MoveOn();
        tape.Open(s_tryIt, Deed.Opened);
        tape.Dwell(12_000);
        tape.Exit();

        Assert.Equal([(240_000L, 240_000L), (12_000L, 12_000L)], tape.Visits.Select(visit => (visit.LowMs, visit.HighMs)));
    }

    [Fact]
    public void A_silence_makes_the_visit_open_by_the_cut_off()
    {
        var tape = Started();
        tape.Open(s_tryIt, Deed.Opened);
        tape.FallSilent();

        var visit = Assert.Single(tape.Visits);
        Assert.True(visit.IsOpen);
        Assert.Equal((0L, 900_000L), (visit.LowMs, visit.HighMs));
    }

    [Fact]
    public void Declared_time_beats_what_was_dwelt_and_is_clipped_at_two_hours()
    {
        var tape = Started();
        tape.Open(s_content, Deed.Opened);
        tape.Dwell(48_000);
        tape.Exit(40_000);
        tape.Pause(Tape.SilenceMs);
        tape.CloseForgotten(s_content, 9_000_000);

        Assert.Equal([40_000L, 7_200_000L], tape.Visits.Select(visit => visit.LowMs));
        Assert.Equal([false, true], tape.Visits.Select(visit => visit.IsClipped));
    }

    [Fact]
    public void A_dwell_near_the_cut_off_is_refused() => Assert.Throws<InvalidOperationException>(() =>
    {
        var tape = Started();
        tape.Open(s_content, Deed.Opened);
        tape.Dwell(299_000);
    });

    [Fact]
    public void Coming_back_soon_after_a_silence_is_refused() => Assert.Throws<InvalidOperationException>(() =>
    {
        var tape = Started();
        tape.Open(s_content, Deed.Opened);
        tape.FallSilent();
        tape.Pause(600_000);
        tape.Open(s_tryIt, Deed.Opened);
    });

    [Fact]
    public void Two_visits_that_would_be_one_are_refused() => Assert.Throws<InvalidOperationException>(() =>
    {
        var tape = Started();
        tape.Open(s_content, Deed.Opened);
        tape.Dwell(5_000);
        tape.MoveOn();
        tape.Open(s_content, Deed.Opened);
    });

    private static Tape Started()
    {
        var tape = new Tape();
        tape.Begin(0);
        return tape;
    }
}
