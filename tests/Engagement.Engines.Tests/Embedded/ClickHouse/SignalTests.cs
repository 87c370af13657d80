using System.Runtime.CompilerServices;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Embedded.ClickHouse;

public class SignalTests
{
    // The engine's library resets SIGSEGV on each connect; without its handler the runtime dies here instead of throwing.
    [Fact]
    public async Task A_null_reference_is_still_an_exception_beside_the_engine()
    {
        using var client = await ClickHouseEngine.NewEmptyDatabaseAsync();
        await client.ScalarAsync("SELECT 1");

        Assert.Throws<NullReferenceException>(() => LengthOf(null!));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LengthOf(string text) => text.Length;
}
