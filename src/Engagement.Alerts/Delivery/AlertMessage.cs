using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Alerts.Delivery;

/// <summary>
/// An event as Kafka and webhooks are told of it: <c>{"type": "alert.raised", "timestamp", "data": {…}}</c>. It names nobody: learner and facilitator are
/// pseudonyms, and notes stay where they are.
/// </summary>
public static class AlertMessage
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>UTF-8; the same event gives the same bytes.</summary>
    public static byte[] Of(AlertEvent e) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Type = "alert." + e.Kind.ToString().ToLowerInvariant(),
        Timestamp = e.RecordedAt,
        Data = new
        {
            Id = e.EventId, Alert = e.AlertId, e.Sequence, Change = e.Kind, e.At, By = Unless(e.By), Why = Unless(e.Why), e.SnoozedUntil, Course = e.CourseId, Learner = e.LearnerId,
            Facilitator = Unless(e.FacilitatorId), Cohort = Unless(e.Cohort), e.Cause, Situation = Unless(e.Situation), Probability = e.IsShown ? e.Score : null, e.WaitingSince,
            e.Reasons, NextStep = Unless(e.NextStep),
        },
    }, Form);

    private static Guid? Unless(Guid id) => id == Guid.Empty ? null : id;

    private static string? Unless(string text) => text.Length == 0 ? null : text;
}
