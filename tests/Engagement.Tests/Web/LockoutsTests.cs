using Engagement.Web.SignIn;

namespace Engagement.Tests.Web;

public class LockoutsTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void The_wait_doubles_with_each_wrong_password_up_to_an_hour()
    {
        var lockouts = new Lockouts(_clock);
        for (var n = 1; n < Lockouts.Free; n++) Assert.Null(lockouts.Begin("ann"));
        foreach (var minutes in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            Assert.Null(lockouts.Begin("ann"));
            Assert.Equal(TimeSpan.FromMinutes(minutes), lockouts.Begin("ann"));
            _clock.Now += TimeSpan.FromMinutes(minutes);
        }
        Assert.Null(lockouts.Begin("bob"));
    }

    [Fact]
    public void Many_at_once_are_no_more_than_many_one_by_one()
    {
        var lockouts = new Lockouts(_clock);
        Assert.Equal(Lockouts.Free, Enumerable.Range(0, 100).AsParallel().Count(_ => lockouts.Begin("ann") is null));
    }

    [Fact]
    public void A_right_password_a_day_and_a_try_nobody_judged_count_nothing()
    {
        var lockouts = new Lockouts(_clock);
        void Fail(int times) { for (var n = 0; n < times; n++) Assert.Null(lockouts.Begin("ann")); }
        Fail(4);
        lockouts.Clear("ann");
        Fail(4);
        _clock.Now += TimeSpan.FromHours(25);
        Fail(5);
        Assert.NotNull(lockouts.Begin("ann"));
        lockouts.TakeBack("ann");
        Fail(1);
    }

    [Fact]
    public void However_many_names_are_tried_it_holds_few_and_keeps_those_it_closed()
    {
        var lockouts = new Lockouts(_clock);
        for (var n = 0; n < Lockouts.Free; n++) lockouts.Begin("ann");
        for (var n = 0; n < 30_000; n++) lockouts.Begin($"name {n}");
        Assert.NotNull(lockouts.Begin("ann"));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
