using System.Text.Json;
using Engagement.Courses;
using Engagement.People.Identifiers;
using Engagement.People.Identity;
using Engagement.Statements;

namespace Engagement.People.Enrolments;

/// <summary>
/// Reads what the platform says of one learner of a course. Never throws for anything in the bytes, and no fault repeats a value of
/// them. Keeps a reader of statements: one a thread.
/// </summary>
public sealed class EnrolmentReader(Pseudonym pseudonym)
{
    /// <summary>A longer message is refused unread.</summary>
    public const int MaxBytes = 64 << 10;

    private const int LongestIdentifier = 2000, LongestName = 300, LongestAddress = 320, LongestCohort = 300;

    private readonly ActorIdentifiers _identifiers = new(pseudonym);

    /// <param name="message">Value of a message of the topic <c>enrolments</c>: a JSON object, UTF-8. Keys it does not know are ignored.</param>
    public EnrolmentResult Read(ReadOnlySpan<byte> message)
    {
        var faults = new List<FieldFault>();
        if (IsTooLong(message, faults) || JsonFields.Parse(message, "an enrolment", faults) is not { } fields) return new EnrolmentResult(faults);
        var course = fields.Iri(EnrolmentFields.Course, "a course id");
        var learner = ActorOf(fields, EnrolmentFields.Learner);
        if (learner is null && fields.Any(EnrolmentFields.Learner) is null) fields.Fault(EnrolmentFields.Learner, "is missing");
        var facilitator = ActorOf(fields, EnrolmentFields.Facilitator);
        var (name, address) = (fields.Line(EnrolmentFields.Name, LongestName), Address(fields));
        var cohort = fields.Line(EnrolmentFields.Cohort, LongestCohort);
        var facilitatorName = fields.Line(EnrolmentFields.FacilitatorName, LongestName);
        if (facilitatorName is not null && facilitator is null && fields.Any(EnrolmentFields.Facilitator) is null)
            fields.Fault(EnrolmentFields.FacilitatorName, "names a facilitator who has no identifier in facilitator");
        var mode = fields.Choice(EnrolmentFields.Mode, DeliveryModes.All, DeliveryModes.Unknown);
        var (registered, withdrawn) = (fields.Time(EnrolmentFields.Registered), fields.Time(EnrolmentFields.Withdrawn));
        if (withdrawn < registered) fields.Fault(EnrolmentFields.Withdrawn, "is before registered");
        if (faults.Count > 0) return new EnrolmentResult(faults);

        var people = new List<Person> { learner!.Who(name, address) };
        if (facilitatorName is not null) people.Add(facilitator!.Who(facilitatorName, null));
        return new EnrolmentResult(new Enrolment(
            course!, learner.Pseudonym, cohort ?? "", facilitator?.Pseudonym ?? Guid.Empty, mode!, registered, withdrawn, people));
    }

    /// <param name="key">Key of a message whose value is null: the JSON array [course, learner].</param>
    public EnrolmentResult ReadRemoval(ReadOnlySpan<byte> key)
    {
        var faults = new List<FieldFault>();
        if (IsTooLong(key, faults)) return new EnrolmentResult(faults);
        if (JsonFields.Document(key, faults) is not { ValueKind: JsonValueKind.Array } items || items.GetArrayLength() != 2)
            return new EnrolmentResult([new("$key", "a null message removes the enrolment its key names: a JSON array of the course and the learner's identifier")]);
        // As a message of these two alone it is read by the same rules.
        var pair = new Dictionary<string, JsonElement> { [EnrolmentFields.Course] = items[0], [EnrolmentFields.Learner] = items[1] };
        return Read(JsonSerializer.SerializeToUtf8Bytes(pair)) is { Enrolment: { } told }
            ? new EnrolmentResult(Enrolment.Removed(told.Course, told.Learner))
            : new EnrolmentResult([new("$key", "names no course and learner")]);
    }

    private static bool IsTooLong(ReadOnlySpan<byte> bytes, List<FieldFault> faults)
    {
        if (bytes.Length > MaxBytes) faults.Add(new("$", $"longer than {MaxBytes} bytes"));
        return bytes.Length > MaxBytes;
    }

    private Actor? ActorOf(JsonFields fields, string key)
    {
        if (fields.Any(key) is not { } value) return null;
        var isAgent = value.ValueKind == JsonValueKind.Object;
        var typed = isAgent ? null : fields.Line(key, LongestIdentifier);
        if (typed is null && !isAgent) return null; // said already
        Guid pseudonym;
        string reason;
        var isOne = isAgent ? _identifiers.TryRead(value, out pseudonym, out reason) : _identifiers.TryRead(typed!, out pseudonym, out reason);
        if (isOne && (typed ?? TypedIdentifier.Of(value)) is { } identifier) return new Actor(pseudonym, identifier);
        if (isOne) reason = FieldText.NoText;
        fields.Fault(key, $"no identifier that an actor can have ({reason}); it takes {ActorIdentifiers.Forms}, or an actor as statements have it");
        return null;
    }

    private static string? Address(JsonFields fields)
    {
        if (fields.Line(EnrolmentFields.Address, LongestAddress) is not { } address) return null;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && at == address.LastIndexOf('@') && at < address.Length - 1 && !address.Any(char.IsWhiteSpace)) return address;
        fields.Fault(EnrolmentFields.Address, "expected a mail address");
        return null;
    }

    private sealed record Actor(Guid Pseudonym, string Identifier)
    {
        // Who is known by a mail address can be written to there.
        public Person Who(string? name, string? address) => new(Pseudonym, name ?? "", address ?? TypedIdentifier.Mail(Identifier) ?? "", Identifier);
    }
}
