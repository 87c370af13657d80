using System.Text;
using Engagement.Statements;

namespace Engagement.Tests.Statements;

public sealed class VerdictSink : IStatementSink
{
    public List<Verdict> Verdicts { get; } = [];

    public void Accept(int index, in Statement s) => Verdicts.Add(new Verdict(index, null, "", "")
    {
        Id = s.Id,
        IdIsDerived = s.IdIsDerived,
        ContentHash = s.ContentHash,
        LearnerId = s.LearnerId,
        Registration = s.Registration,
        Verb = Text(s.Verb),
        Role = s.Role,
        ObjectType = s.ObjectType,
        ActivityId = Text(s.ActivityId),
        ActivityType = Text(s.ActivityType),
        ActivityName = Text(s.ActivityName),
        KindHint = s.KindHint,
        Parents = Join(s.Parents),
        Groupings = Join(s.Groupings),
        CourseId = Text(s.CourseId),
        Cohort = Text(s.Cohort),
        DurationMicros = s.DurationMicros,
        ActiveMicros = s.ActiveMicros,
        Success = s.Success,
        Completion = s.Completion,
        ScaledScore = s.ScaledScore,
        ResponseLength = s.ResponseLength,
        HasInstructor = s.HasInstructor,
        HasTeam = s.HasTeam,
        Platform = Text(s.Platform),
        Language = Text(s.Language),
        AttemptId = Text(s.AttemptId),
        VoidedId = s.VoidedId,
        RefersToId = s.RefersToId,
        OccurredAtMicros = s.OccurredAtMicros,
        ClaimedAtMicros = s.ClaimedAtMicros,
        ZoneAssumed = s.ZoneAssumed,
    });

    public void Reject(int index, Rejection rejection, ReadOnlySpan<byte> raw) =>
        Verdicts.Add(new Verdict(index, rejection.Rule, rejection.Path, rejection.Reason) { RawLength = raw.Length });

    public void Ignore(int index, Ignored ignored) => Verdicts.Add(new Verdict(index, ignored.Rule, "", ignored.Reason) { IsIgnored = true });

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    private static string Join(Utf8List list)
    {
        var all = new List<string>();
        for (var i = 0; i < list.Count; i++) all.Add(Text(list[i]));
        return string.Join(' ', all);
    }
}
