namespace Engagement.Benchmarks;

/// <summary>Lines that say how far a benchmark is.</summary>
internal static class Progress
{
    public static void Say(FormattableString what) => Console.Error.WriteLine("engagement: " + FormattableString.Invariant(what));

    /// <summary>Says each tenth of the whole, once.</summary>
    /// <param name="what">Of what.</param>
    /// <param name="whole">How many there are.</param>
    public static IProgress<long> Tenths(string what, long whole) => new Steps(what, whole);

    private sealed class Steps(string what, long whole) : IProgress<long>
    {
        private readonly Lock _lock = new();
        private long _said;

        public void Report(long value)
        {
            lock (_lock)
            {
                if (value * 10 / whole <= _said) return;
                _said = value * 10 / whole;
                Say($"{_said * 10} % of {whole:N0} {what}");
            }
        }
    }
}
