namespace Engagement.Simulator;

/// <summary>Writes a statement's <c>result</c>, or nothing where the deed has none.</summary>
internal sealed class ResultWriter(ulong seed)
{
    /// <summary>A sentence as a JSON string; the same for the same statement.</summary>
    public byte[] TextOf(int learner, int number) => Sentences.Quoted(Chance(learner, number));

    public void Write(JsonText json, in PlannedStatement planned, int learner)
    {
        var chance = Chance(learner, planned.Number);
        switch (planned.Deed)
        {
            case Deed.Heartbeat:
                json.Raw(",\"result\":{\"extensions\":{\"https://w3id.org/xapi/engagement/extensions/active-seconds\":"u8)
                    .Thousandths(planned.DeclaredMs).Raw("}}"u8);
                break;
            case Deed.Answered:
                json.Raw(",\"result\":{\"success\":"u8).Raw(chance % 10 < 7 ? "true"u8 : "false"u8)
                    .Raw(",\"response\":\""u8).Number((long)(chance % 4)).Raw("\""u8);
                if (planned.DeclaredMs >= 0)
                    json.Raw(",\"duration\":\"PT"u8).Thousandths(planned.DeclaredMs).Raw("S\""u8);
                json.Raw("}"u8);
                break;
            case Deed.Exited when planned.DeclaredMs >= 0:
                json.Raw(",\"result\":{\"duration\":\""u8);
                Duration(json, planned.DeclaredMs);
                json.Raw("\"}"u8);
                break;
            case Deed.Reflected or Deed.Posted or Deed.Asked or Deed.HelpGiven:
                json.Raw(",\"result\":{\"response\":"u8).Raw(TextOf(learner, planned.Number)).Raw("}"u8);
                break;
            case Deed.Finished or Deed.CourseCompleted:
                json.Raw(",\"result\":{\"completion\":true}"u8);
                break;
            case Deed.Passed:
                Score(json, 60 + chance % 41, "true"u8);
                json.Raw("}"u8);
                break;
            case Deed.Failed:
                Score(json, 20 + chance % 30, "false"u8);
                json.Raw("}"u8);
                break;
            case Deed.Feedback:
                Score(json, 50 + chance % 51, "true"u8);
                json.Raw(",\"response\":"u8).Raw(TextOf(learner, planned.Number)).Raw("}"u8);
                break;
        }
    }

    private static void Score(JsonText json, ulong percent, ReadOnlySpan<byte> success) =>
        json.Raw(",\"result\":{\"score\":{\"scaled\":"u8).Thousandths((long)percent * 10).Raw("},\"success\":"u8).Raw(success);

    private static void Duration(JsonText json, long ms)
    {
        json.Raw("PT"u8);
        if (ms >= 3_600_000)
            json.Number(ms / 3_600_000).Raw("H"u8);
        if (ms >= 60_000)
            json.Number(ms / 60_000 % 60).Raw("M"u8);
        json.Thousandths(ms % 60_000).Raw("S"u8);
    }

    private ulong Chance(int learner, int number) => Dice.Mix(seed ^ 0x5EED, Dice.Mix((ulong)learner, (ulong)number)) >> 8;
}
