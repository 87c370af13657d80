using System.Runtime.InteropServices;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>
/// Keeps the runtime's signal handlers. libchdb sets SIGSEGV and others back to their default on each connect, after which
/// the first null reference anywhere would kill the process instead of being an exception.
/// </summary>
internal static unsafe partial class SignalDispositions
{
    private const int ActionSize = 256; // more than any platform's struct sigaction
    private static readonly Lock OneAtATime = new();

    // ABRT, SEGV, ILL, BUS, SYS, FPE, TSTP, TRAP
    private static readonly int[] Signals = OperatingSystem.IsMacOS() ? [6, 11, 4, 10, 12, 8, 18, 5] : [6, 11, 4, 7, 31, 8, 20, 5];

    public delegate nint* Connect();

    public static nint* Keep(Connect connect)
    {
        lock (OneAtATime)
        {
            var saved = stackalloc byte[Signals.Length * ActionSize];
            for (var i = 0; i < Signals.Length; i++) SigAction(Signals[i], null, saved + i * ActionSize);
            try
            {
                return connect();
            }
            finally
            {
                for (var i = 0; i < Signals.Length; i++) SigAction(Signals[i], saved + i * ActionSize, null);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int SigAction(int signal, byte* action, byte* old);
}
