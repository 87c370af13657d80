using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Alerts;

/// <summary>An enum as tables and messages spell it: in small letters, words by hyphens.</summary>
internal sealed class KebabEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
