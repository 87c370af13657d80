using Engagement.Statements.Formats;
using Engagement.Statements.Json;
using Engagement.Statements.Learners;
using Engagement.Statements.Reading;
using Engagement.Statements.Structures;
using Engagement.Statements.Vocabulary;

namespace Engagement.Statements.Caliper;

/// <summary>
/// From an event of Caliper 1.1 or 1.2 to the columns of a statement, or to a fault. Caliper's ids are IRIs and say nothing of
/// accounts: the actor's is taken as an openid. Held to what the columns need, no more; an event of a type that becomes no columns
/// is held to what every event has (id, actor, action, object, eventTime), whatever its action.
/// </summary>
internal sealed class CaliperDraft(Learner learner, SectionNames names)
{
    /// <param name="id">The event's own.</param>
    public bool Fill(ref Draft r, Scratch scratch, in CaliperEvent e, out Guid id) =>
        ReadId(ref r, e.Id, out id)
        && ReadAction(ref r, e)
        && ReadObject(ref r, scratch, e.Object, out var whole)
        && ReadActor(ref r, scratch, e)
        && ReadTime(ref r, e.EventTime)
        && (r.IsUnused || TakeContext(ref r, scratch, e, whole));

    private static bool ReadId(ref Draft r, int token, out Guid id)
    {
        id = default;
        if (token == 0) return r.Missing(0, Key.Id);
        if (!r.String(token)) return false;
        var text = r.Text(token);
        return text.StartsWith("urn:uuid:"u8) && Uuid.TryParse(text[9..], out id)
            || r.Fail(Rules.Uuid, token, "The id of a Caliper event is urn:uuid: and a UUID.");
    }

    private static bool ReadAction(ref Draft r, in CaliperEvent e)
    {
        if (e.Type == 0) return r.Missing(0, Key.Type);
        if (!r.String(e.Type)) return false;
        if (e.Action == 0) return r.Fail(Rules.Required, 0, "A Caliper event has an action.");
        if (!r.String(e.Action)) return false;
        r.IsUnused = CaliperEvents.IsUnused(r.Text(e.Type));
        if (r.IsUnused) return true;
        if (!CaliperActions.TryVerb(r.Text(e.Type), r.Text(e.Action), out var verb))
            return r.Fail(Rules.CaliperEvent, e.Type, "Caliper 1.2 has no event of this type with this action.");
        r.Columns.Verb = verb;
        r.Columns.Role = VerbTable.RoleOf(verb);
        return true;
    }

    private bool ReadObject(ref Draft r, Scratch scratch, int token, out int whole)
    {
        whole = 0;
        if (token == 0) return r.Missing(0, Key.Object);
        if (!CaliperEntity.TryRead(r, token, out var entity))
            return r.Fail(Rules.Iri, token, "The object of a Caliper event is an IRI, or has one for an id.");
        whole = entity.Whole;
        r.Columns.ObjectType = ObjectType.Activity;
        r.Columns.ActivityId = r.Text(entity.Id);
        var traits = default(ActivityTypeTraits);
        if (entity.Type != 0)
        {
            r.Columns.ActivityType = TypeIri(scratch, r.Text(entity.Type));
            traits = ActivityTypes.Of(r.Columns.ActivityType);
        }

        r.Columns.KindHint = traits.Kind;
        if (entity.Name == 0) return true;
        var title = r.Text(entity.Name);
        if (!traits.IsFirm && names.KindOf(title) is var byName and not SectionKind.Unknown) r.Columns.KindHint = byName;
        if (traits.IsTitledByAuthors) r.Columns.ActivityName = title;
        return true;
    }

    private bool ReadActor(ref Draft r, Scratch scratch, in CaliperEvent e)
    {
        if (e.Actor == 0) return r.Missing(0, Key.Actor);
        var actor = e.Actor;
        // It is the software that ends a session for want of a sign of life; whose it was, the session says.
        if (r.Columns.Verb.EndsWith("/TimedOut"u8) && CaliperEntity.TryRead(r, e.Object, out var session) && session.User != 0) actor = session.User;
        if (!CaliperEntity.TryRead(r, actor, out var entity))
            return r.Fail(Rules.Agent, actor, "The actor of a Caliper event is an IRI, or has one for an id.");
        if (r.IsUnused) return true;
        r.Columns.LearnerId = learner.Of(r, scratch, new ActorTokens(IsGroup: false, Key.Openid, entity.Id, HomePage: 0, MemberCount: 0));
        return true;
    }

    private static bool ReadTime(ref Draft r, int token)
    {
        if (token == 0) return r.Fail(Rules.Required, 0, "A Caliper event has an eventTime.");
        if (!Times.Read(ref r, token, out var micros, out r.Columns.ZoneAssumed)) return false;
        r.Columns.ClaimedAtMicros = micros;
        r.Columns.OccurredAtMicros = micros;
        return true;
    }

    private static bool TakeContext(ref Draft r, Scratch scratch, in CaliperEvent e, int whole)
    {
        if (CaliperEntity.TryRead(r, e.Session, out var session)) r.Columns.AttemptId = r.Text(session.Id);
        if (CaliperEntity.TryRead(r, e.Generated, out var generated) && generated.Duration != 0
            && Duration.TryParse(r.Text(generated.Duration), out var micros)) r.Columns.DurationMicros = micros;
        r.Columns.Parents = Wholes(ref r, scratch, scratch.Parents, whole, out var parentCourse);
        r.Columns.Groupings = Wholes(ref r, scratch, scratch.Groupings, e.Group, out var groupingCourse);
        CourseContext.TakeCourse(ref r, parentCourse, groupingCourse);
        return true;
    }

    /// <summary>What an entity is part of, from the inside out, beginning with the token given.</summary>
    /// <param name="course">Place of the first that is a course, or -1.</param>
    private static Utf8List Wholes(scoped ref Draft r, Scratch scratch, IdList ids, int token, out int course)
    {
        course = -1;
        ids.Clear();
        var tokens = r.EmptyTokenList();
        var length = 0;
        while (CaliperEntity.TryRead(r, token, out var entity))
        {
            if (course < 0 && entity.Type != 0 && ActivityTypes.Of(TypeIri(scratch, r.Text(entity.Type))).IsCourse) course = tokens.Count;
            tokens.Add(entity.Id);
            length += r.Tape[entity.Id].Length;
            token = entity.Whole;
        }

        var copy = scratch.Take(length);
        var used = 0;
        foreach (var id in tokens)
        {
            var text = r.Text(id);
            text.CopyTo(copy[used..]);
            ids.Add(used, text.Length);
            used += text.Length;
        }

        return ids.Over(copy);
    }

    private static ReadOnlySpan<byte> TypeIri(Scratch scratch, ReadOnlySpan<byte> term)
    {
        var vocabulary = "http://purl.imsglobal.org/caliper/"u8;
        var iri = scratch.Take(vocabulary.Length + term.Length);
        vocabulary.CopyTo(iri);
        term.CopyTo(iri[vocabulary.Length..]);
        return iri;
    }
}
