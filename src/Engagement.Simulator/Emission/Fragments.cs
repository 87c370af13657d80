using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Simulator;

/// <summary>Pieces of JSON that are made once and written many times.</summary>
internal static class Fragments
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(s_options));

    /// <param name="id">IRI.</param>
    /// <param name="type">IRI; null for a mere mention.</param>
    /// <param name="name">Null for activities that their tool does not name.</param>
    /// <param name="statesObjectType">Most tools leave the object type out, as they may.</param>
    public static JsonObject Activity(string id, string? type, string? name, bool statesObjectType = true)
    {
        var definition = new JsonObject();
        if (name is not null)
            definition["name"] = new JsonObject { ["en-US"] = name };
        if (type is not null)
            definition["type"] = type;
        var activity = new JsonObject();
        if (statesObjectType)
            activity["objectType"] = "Activity";
        activity["id"] = id;
        if (definition.Count > 0)
            activity["definition"] = definition;
        return activity;
    }
}
