using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Simulator;

/// <summary>What the platform's roster says of a simulated learner: a message of the topic <c>enrolments</c>, or a row of a file.</summary>
public sealed class SimulatedEnrolment
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal SimulatedEnrolment(SimulatedCourse course, SimulatedLearner learner)
    {
        var (person, facilitator) = (learner.Person, learner.Facilitator?.Person);
        Fields = new Dictionary<string, string>
        {
            ["course"] = course.Id,
            ["learner"] = person.TypedIdentifier,
            ["name"] = person.Name,
            ["address"] = person.Mail,
            ["cohort"] = Roster.CohortId(learner.Cohort),
            ["facilitator"] = facilitator?.TypedIdentifier ?? "",
            ["facilitator_name"] = facilitator?.Name ?? "",
            ["mode"] = Spelling(learner.Mode),
            ["registered"] = DateTimeOffset.FromUnixTimeMilliseconds(learner.RegisteredAtMs).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
        Key = JsonSerializer.SerializeToUtf8Bytes(new[] { course.Id, person.TypedIdentifier }, s_options);
    }

    /// <summary>By name, always the same ones in the same order; empty where there is nothing to tell.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>Key of the message: course and learner, JSON, UTF-8.</summary>
    public ReadOnlyMemory<byte> Key { get; }

    /// <summary>Value of the message: JSON, UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(Fields.Where(field => field.Value.Length > 0).ToDictionary(), s_options);

    private static string Spelling(DeliveryMode mode) => mode switch
    {
        DeliveryMode.SelfDirected => "self-directed",
        DeliveryMode.MicroCredential => "micro-credential",
        _ => "facilitated",
    };
}
