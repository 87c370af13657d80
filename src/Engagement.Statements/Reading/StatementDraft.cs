using Engagement.Statements.Caliper;
using Engagement.Statements.Dialects;
using Engagement.Statements.Json;
using Engagement.Statements.Learners;
using Engagement.Statements.Structures;
using Engagement.Statements.Vocabulary;
using Version = Engagement.Statements.Structures.Version;

namespace Engagement.Statements.Reading;

/// <summary>Puts the structures together: from the tokens of one statement to its columns, or to a fault in the draft.</summary>
internal sealed class StatementDraft
{
    private readonly ContentHash _content = new();
    private readonly CanonicalForm _canonical = new();
    private readonly Learner _learner;
    private readonly SectionNames _names = new();
    private readonly CaliperDraft _caliper;

    public StatementDraft(Pseudonym pseudonym)
    {
        _learner = new Learner(pseudonym);
        _caliper = new CaliperDraft(_learner, _names);
    }

    public bool Fill(ref Draft r, Scratch scratch, long brokerTimeMicros)
    {
        var hash = _content.Of(r.Json, r.Tape, out var twice);
        if (twice != 0) return r.Fail(Rules.DuplicateKey, twice, "The key stands twice in one object.");
        if (!StatementRoot.Read(ref r, out var s)) return FillFromCaliper(ref r, scratch, hash);
        // First, as it decides by which specification the rest is read.
        if (s.Version != 0 && !Version.Read(ref r, s.Version)) return false;
        var id = Guid.Empty;
        if (s.Id != 0 && !r.Uuid(s.Id, out id)) return false;
        if (s.Id == 0 && !r.Options.AllowMissingId) return r.Missing(0, Key.Id);
        return ReadActor(ref r, scratch, s.Actor)
            && ReadVerbAndObject(ref r, s, out var isActivity)
            && (s.Result == 0 || Result.Read(ref r, s.Result, record: true))
            && ReadContext(ref r, scratch, s.Context, isActivity)
            && ReadTimes(ref r, s, brokerTimeMicros)
            && (s.Authority == 0 || Authority.Read(ref r, s.Authority))
            && (s.Attachments == 0 || Attachments.Read(ref r, s.Attachments))
            && Finish(ref r, scratch, hash, id);
    }

    // Asked only of what is no statement, so that statements pay nothing for it.
    private bool FillFromCaliper(ref Draft r, Scratch scratch, ulong hash)
    {
        var e = CaliperEvent.Of(r);
        return e.IsCaliper(r) && _caliper.Fill(ref r, scratch, e, out var id) && (r.IsUnused || Finish(ref r, scratch, hash, id));
    }

    private bool ReadActor(ref Draft r, Scratch scratch, int token)
    {
        if (!Actor.Read(ref r, token, out var actor)) return false;
        if (actor.Identifier == Key.Unknown)
            return r.Fail(Rules.AnonymousActor, token, "A group without an identifier can't be told from others, so it is no learner; identify it, or send a statement for each member.");
        r.Columns.LearnerId = _learner.Of(r, scratch, actor);
        return true;
    }

    private bool ReadVerbAndObject(ref Draft r, in StatementTokens s, out bool isActivity)
    {
        isActivity = false;
        if (!Verb.Read(ref r, s.Verb, out var verb)
            || !StatementObject.Read(ref r, s.Object, inSubStatement: false, out var found)
            || !Voiding.Check(ref r, verb, s.Object, found.Type)) return false;
        r.Columns.Verb = r.Text(verb);
        r.Columns.Role = VerbTable.RoleOf(r.Columns.Verb);
        r.Columns.ObjectType = found.Type;
        isActivity = found.Type == ObjectType.Activity;
        if (isActivity) StatementColumns.TakeActivity(ref r, found.Activity, _names);
        if (Voiding.IsVoiding(r.Columns.Verb)) r.Columns.VoidedId = found.Target;
        else r.Columns.RefersToId = found.Target;
        return true;
    }

    private static bool ReadContext(ref Draft r, Scratch scratch, int token, bool objectIsActivity)
    {
        var context = default(ContextTokens);
        if (token != 0 && !Context.Read(ref r, token, objectIsActivity, out context)) return false;
        r.Columns.Registration = context.Registration;
        r.Columns.HasInstructor = context.HasInstructor;
        r.Columns.HasTeam = context.HasTeam;
        if (r.Columns.RefersToId == Guid.Empty) r.Columns.RefersToId = context.Statement;
        if (context.Platform != 0) r.Columns.Platform = r.Text(context.Platform);
        if (context.Language != 0) r.Columns.Language = r.Text(context.Language);
        if (context.Extensions != 0) Extensions.Take(ref r, context.Extensions);
        CourseContext.Take(ref r, scratch, context.Activities);
        return true;
    }

    private static bool ReadTimes(ref Draft r, in StatementTokens s, long brokerTimeMicros)
    {
        // stored is overwritten by the table's own; it must be a time all the same.
        if (s.Stored != 0 && !Times.Read(ref r, s.Stored, out _, out _)) return false;
        r.Columns.OccurredAtMicros = brokerTimeMicros;
        if (s.Timestamp == 0) return r.Options.AllowMissingTimestamp || r.Missing(0, Key.Timestamp);
        if (!Times.Read(ref r, s.Timestamp, out var micros, out r.Columns.ZoneAssumed)) return false;
        if (r.Options.MaxAhead is { } most && micros - brokerTimeMicros > most.TotalMicroseconds)
            return r.Fail(Rules.Timestamp, s.Timestamp, "The time lies further ahead than the setting MaxAhead allows; is the sender's clock right?");
        r.Columns.ClaimedAtMicros = micros;
        r.Columns.OccurredAtMicros = micros;
        return true;
    }

    private bool Finish(ref Draft r, Scratch scratch, ulong hash, Guid id)
    {
        if (r.Emitter != Emitter.Other) Dialect.Interpret(ref r, scratch);
        if (r.DeclaredKind != SectionKind.Unknown) r.Columns.KindHint = r.DeclaredKind;
        StatementColumns.TakeIdentity(ref r, _canonical, hash, id);
        return true;
    }
}
