namespace Engagement.Simulator;

/// <summary>Writes planned statements as xAPI 1.0.3, as plainly as real tools do. Keeps a buffer: one writer a thread.</summary>
internal sealed class StatementWriter(SimulatedCourse course, ulong seed)
{
    private const string CourseType = "http://adlnet.gov/expapi/activities/course";
    private const string CohortType = "https://w3id.org/xapi/engagement/activity-types/cohort";

    private readonly JsonText _json = new();
    private readonly ResultWriter _result = new(seed);
    private readonly SectionFragments[] _sections = [.. course.Sections.Select(section => new SectionFragments(course, section))];
    private readonly byte[] _course = Fragments.Bytes(Fragments.Activity(course.Id, CourseType, course.Title));
    private readonly byte[] _grouping = Fragments.Bytes(Fragments.Activity(course.Id, CourseType, null, statesObjectType: false));
    private readonly byte[][] _cohorts =
    [
        .. Enumerable.Range(0, Roster.CohortNames.Length).Select(cohort =>
            Fragments.Bytes(Fragments.Activity(Roster.CohortId(cohort), CohortType, null, statesObjectType: false))),
    ];

    public byte[] Write(in PlannedStatement planned, SimulatedLearner learner)
    {
        var section = planned.Section < 0 ? null : course.Sections[planned.Section];
        var style = section?.Style ?? SectionStyle.Page;
        var by = planned.Deed.IsByFacilitator() ? learner.Facilitator!.Person : learner.Person;

        _json.Clear().Raw("{\"id\":\""u8).Guid(StatementIds.Of(seed, learner.Index, planned.Number))
            .Raw("\",\"actor\":"u8).Raw(planned.Deed == Deed.Posted ? by.ForumActor : by.Actor)
            .Raw(",\"verb\":"u8).Raw(Verbs.Of(planned.Deed, style, planned.Item))
            .Raw(",\"object\":"u8);
        Object(planned, learner);
        _result.Write(_json, planned, learner.Index);
        Context(planned, learner, style);
        _json.Raw(",\"timestamp\":\""u8).Time(planned.AtMs, style == SectionStyle.Forum ? learner.Zone : null)
            .Raw("\",\"version\":\"1.0.3\"}"u8);
        return _json.ToArray();
    }

    private void Object(in PlannedStatement planned, SimulatedLearner learner)
    {
        if (planned.Deed.IsAboutCourse())
        {
            _json.Raw(_course);
            return;
        }
        var section = _sections[planned.Section];
        switch (planned.Deed)
        {
            case Deed.Answered:
                _json.Raw(section.Questions[planned.Item]);
                break;
            case Deed.Heartbeat when planned.Item > 0:
                _json.Raw(section.Pages[planned.Item]);
                break;
            case Deed.Submitted:
                _json.Raw(section.Submissions[planned.Item]);
                break;
            case Deed.Posted:
                Post("{\"id\":\"https://forum.example.org/posts/"u8, "http://id.tincanapi.com/activitytype/forum-reply"u8, planned, learner);
                break;
            case Deed.Asked:
                Post("{\"id\":\"https://help.example.org/questions/"u8, "http://id.tincanapi.com/activitytype/forum-topic"u8, planned, learner);
                break;
            case Deed.Feedback or Deed.HelpGiven:
                Reference(planned.RefersTo, learner);
                break;
            default:
                _json.Raw(section.Whole);
                break;
        }
    }

    // A post is titled by whoever wrote it: text that must not get into analytics tables.
    private void Post(ReadOnlySpan<byte> stem, ReadOnlySpan<byte> type, in PlannedStatement planned, SimulatedLearner learner) => _json
        .Raw(stem).Number(learner.Index).Raw("-"u8).Number(planned.Number)
        .Raw("\",\"definition\":{\"name\":{\"en-US\":"u8).Raw(_result.TextOf(learner.Index, planned.Number))
        .Raw("},\"type\":\""u8).Raw(type).Raw("\"}}"u8);

    private void Reference(int number, SimulatedLearner learner) => _json
        .Raw("{\"objectType\":\"StatementRef\",\"id\":\""u8).Guid(StatementIds.Of(seed, learner.Index, number)).Raw("\"}"u8);

    private void Context(in PlannedStatement planned, SimulatedLearner learner, SectionStyle style)
    {
        var byFacilitator = planned.Deed.IsByFacilitator();
        _json.Raw(",\"context\":{\"registration\":\""u8).Guid(StatementIds.Registration(seed, learner.Index)).Raw("\""u8);
        if (learner.Facilitator is { } facilitator && (byFacilitator || style == SectionStyle.Workshop))
            _json.Raw(",\"instructor\":"u8).Raw(facilitator.Person.Actor);
        _json.Raw(",\"contextActivities\":{"u8);
        if (planned.Section >= 0)
        {
            var section = _sections[planned.Section];
            var isPart = planned.Item > 0 || byFacilitator;
            _json.Raw("\"parent\":["u8).Raw(isPart ? section.Reference : section.Module).Raw("],"u8);
        }
        _json.Raw("\"grouping\":["u8).Raw(_grouping).Raw("],\"category\":["u8).Raw(_cohorts[learner.Cohort]).Raw("]}"u8);
        if (byFacilitator)
        {
            // Where the object is no activity, xAPI forbids a platform.
            _json.Raw(",\"statement\":"u8);
            Reference(planned.RefersTo, learner);
        }
        else
        {
            _json.Raw(style switch
            {
                SectionStyle.Player => ",\"platform\":\"LearnWell Player 2\""u8,
                SectionStyle.Forum => ",\"platform\":\"LearnWell Forum\""u8,
                _ => ",\"platform\":\"LearnWell 4.2\""u8,
            });
        }
        _json.Raw(learner.Zone < 0 ? ",\"language\":\"en-US\"}"u8 : ",\"language\":\"en-GB\"}"u8);
    }
}
