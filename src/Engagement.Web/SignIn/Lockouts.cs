namespace Engagement.Web.SignIn;

/// <summary>
/// Closes a user name after wrong passwords: after the fifth for a minute, after each further one for twice as long, up to an hour. It is
/// so for names nobody has, too, or it would tell which there are. Held in memory, by each worker for itself: a write for every wrong
/// password would be a tool to write with. Thread-safe.
/// </summary>
internal sealed class Lockouts(TimeProvider clock)
{
    public const int Free = 5;

    private const int MostNames = 10_000;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromHours(1), Memory = TimeSpan.FromDays(1);

    private readonly Dictionary<string, State> _names = [];
    private readonly Lock _lock = new();

    private readonly record struct State(int Wrong, DateTimeOffset At, DateTimeOffset Until);

    /// <summary>Counts a try as wrong before it is judged, so that many at once are no more than many one by one.</summary>
    /// <returns>How long to wait; null: judge it, and then say <see cref="Clear"/> or <see cref="TakeBack"/> where it was not wrong.</returns>
    public TimeSpan? Begin(string userName)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            var state = _names.GetValueOrDefault(userName);
            if (state.Until > now) return state.Until - now;
            if (state.At + Memory < now) state = default;
            if (_names.Count >= MostNames && !_names.ContainsKey(userName)) Forget(now);
            var wrong = state.Wrong + 1;
            _names[userName] = new State(wrong, now, wrong < Free ? default : now + Wait(wrong));
            return null;
        }
    }

    /// <summary>The password was right.</summary>
    public void Clear(string userName)
    {
        lock (_lock) _names.Remove(userName);
    }

    /// <summary>The try was not judged.</summary>
    public void TakeBack(string userName)
    {
        lock (_lock)
            if (_names.TryGetValue(userName, out var state)) _names[userName] = state with { Wrong = state.Wrong - 1, Until = default };
    }

    private static TimeSpan Wait(int wrong)
    {
        var wait = First * Math.Pow(2, Math.Min(wrong - Free, 10));
        return wait < Longest ? wait : Longest;
    }

    // The tenth that tried longest ago; one of them may be tried again from nothing, which the limit of its address still slows.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (name, _) in _names.OrderBy(n => n.Value.Until > now).ThenBy(n => n.Value.At).Take(MostNames / 10).ToList()) _names.Remove(name);
    }
}
