using Engagement.Adapters.ClickHouseClient;

namespace Engagement.Adapters;

internal static partial class BuiltWith
{
    static partial void AddClickHouseClient() => ByTransport.Add(ClickHouseClientTransport.Called, options => new ClickHouseClientTransport(options));
}
