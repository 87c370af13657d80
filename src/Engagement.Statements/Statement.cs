namespace Engagement.Statements;

/// <summary>
/// One valid statement, as columns. Spans are UTF-8, already unescaped, and point into the message or into
/// buffers of the reader: they are valid only while <see cref="IStatementSink.Accept"/> runs. Copy what you keep.
/// An empty span means "not given". Nothing in here is personal: the actor is a pseudonym, a response is its length.
/// </summary>
public ref struct Statement
{
    /// <summary>The statement's id, or one derived from its canonical bytes where it has none.</summary>
    public Guid Id;
    public bool IdIsDerived;

    /// <summary>Hash of what the statement says for good (xAPI-Data 2.3.1): equal however it is spaced, ordered or escaped, in
    /// whatever zone its timestamp is written, and whatever id, stored, authority, version, verb's display or activity's
    /// definition it has. Tells statements of one id apart; not cryptographic.</summary>
    public ulong ContentHash;

    /// <summary>Pseudonym of the actor, see <see cref="Pseudonym"/>.</summary>
    public Guid LearnerId;

    /// <summary>Empty where not given.</summary>
    public Guid Registration;

    /// <summary>Verb id as sent, an IRI.</summary>
    public ReadOnlySpan<byte> Verb;
    public Role Role;

    public ObjectType ObjectType;

    /// <summary>Object id where the object is an activity, else empty. As sent, but for a block of Open edX: its address.</summary>
    public ReadOnlySpan<byte> ActivityId;
    public ReadOnlySpan<byte> ActivityType;

    /// <summary>Title of the activity, only where its type is one of a course's own structure
    /// (never a post, an answer or an artifact: those are titled by learners).</summary>
    public ReadOnlySpan<byte> ActivityName;

    /// <summary>Kind by the statement alone: section-kind extension, else activity type, else activity name in any language.</summary>
    public SectionKind KindHint;

    /// <summary>Ids of context.contextActivities.parent and .grouping, in the order sent.</summary>
    public Utf8List Parents, Groupings;

    /// <summary>The course by the statement alone: first parent or grouping typed as a course, else first grouping,
    /// else first parent, else the object. An outline may claim the activity for another course.</summary>
    public ReadOnlySpan<byte> CourseId;

    /// <summary>Id of the first of context.contextActivities.category that is typed as a cohort, see <see cref="Vocabulary.Profile.Cohort"/>.
    /// Its name is not taken.</summary>
    public ReadOnlySpan<byte> Cohort;

    /// <summary>result.duration in microseconds; null where not given, counted in months or years, or known to be a video's length.</summary>
    public long? DurationMicros;

    /// <summary>Cumulative active time of the visit in microseconds, from the active-seconds extension.</summary>
    public long? ActiveMicros;

    public bool? Success, Completion;
    public double? ScaledScore;

    /// <summary>UTF-16 length of result.response; null where not given.</summary>
    public int? ResponseLength;

    public bool HasInstructor, HasTeam;
    public ReadOnlySpan<byte> Platform, Language;

    /// <summary>Attempt or session id where an extension carries one (cmi5 sessionid, tincanapi attempt-id).</summary>
    public ReadOnlySpan<byte> AttemptId;

    /// <summary>Target of a voiding statement; Empty for any other.</summary>
    public Guid VoidedId;

    /// <summary>The statement this one is about: its object where that is a StatementRef (and the statement does not void),
    /// else context.statement; Empty where there is neither.</summary>
    public Guid RefersToId;

    /// <summary>Unix time in microseconds, UTC: the statement's timestamp, else the broker's time.</summary>
    public long OccurredAtMicros;

    /// <summary>The timestamp as claimed; null where the statement had none.</summary>
    public long? ClaimedAtMicros;

    /// <summary>The claimed timestamp had no zone and was taken as UTC.</summary>
    public bool ZoneAssumed;
}

/// <summary>What the object of a statement is.</summary>
public enum ObjectType : byte { Activity, Agent, Group, SubStatement, StatementRef }
