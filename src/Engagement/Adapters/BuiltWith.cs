using Engagement.Attrition;
using Engagement.ClickHouse;
using Engagement.ClickHouse.Transport;
using Engagement.Hosting;

namespace Engagement.Adapters;

/// <summary>
/// What this build can be told to use in place of the product's own: the adapters of optional packages. Those whose package the
/// registry did not hold when it was built are missing; the files that would add them are left out then.
/// </summary>
internal static partial class BuiltWith
{
    private static readonly Dictionary<string, Func<ClickHouseOptions, IClickHouseTransport>> ByTransport = new(StringComparer.OrdinalIgnoreCase)
    {
        [HttpTransport.Called] = options => new HttpTransport(options),
    };

    // The last is the default: what was added is there on purpose.
    private static readonly List<AttritionTrainers> ByTrainer = [AttritionTrainers.BuiltIn];

    static BuiltWith()
    {
        AddClickHouseClient();
        AddMicrosoftML();
    }

    /// <summary>Names of the transports, for <c>ClickHouse:Client</c>.</summary>
    public static IReadOnlyCollection<string> Transports => ByTransport.Keys;

    /// <summary>All trainers there are.</summary>
    public static IReadOnlyList<AttritionTrainers> AllTrainers => ByTrainer;

    /// <summary>In a sentence, for people.</summary>
    public static string Told => $"{OneOf("ClickHouse.Client", ByTransport.ContainsKey("ClickHouse.Client"))}, {OneOf("ML.NET", ByTrainer.Count > 1)}";

    /// <summary>The options, carried by what they name.</summary>
    /// <exception cref="Fault">There is no such transport in this build.</exception>
    public static ClickHouseOptions Carried(ClickHouseOptions options) => ByTransport.TryGetValue(options.Client, out var transport)
        ? options.By(transport)
        : throw new Fault($"ClickHouse:Client is {options.Client}, and this build has {string.Join(", ", Transports)}. {Advice}");

    /// <summary>Those of the setting <c>Attrition:Trainer</c>.</summary>
    /// <param name="name">Empty: ML.NET where it is there, else the product's own.</param>
    /// <exception cref="Fault">There are no such trainers in this build.</exception>
    public static AttritionTrainers Trainers(string name) => name.Length == 0
        ? ByTrainer[^1]
        : ByTrainer.Find(trainers => trainers.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new Fault($"Attrition:Trainer is {name}, and this build has {string.Join(", ", ByTrainer.Select(trainers => trainers.Name))}. {Advice}");

    private const string Advice = "Name one of these, or build where the NuGet registry holds the package (rm .setup/optional.props asks it again).";

    private static string OneOf(string package, bool isThere) => isThere ? package : $"no {package} (not in the registry this was built from)";

    static partial void AddClickHouseClient();

    static partial void AddMicrosoftML();
}
