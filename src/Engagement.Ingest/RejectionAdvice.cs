using Engagement.Ingest.Reading;
using Engagement.Statements;

namespace Engagement.Ingest;

/// <summary>What to change where ingest refused something, by the rule in <c>rejected_events</c>.</summary>
public static class RejectionAdvice
{
    public static string Of(string rule) => RuleAdvice.Of(rule) ?? rule switch
    {
        IngestRules.MessageSize => "Send fewer statements in one array, or raise Ingest:MaxMessageBytes.",
        IngestRules.Outline => "Mend the outline as the reason says ('engagement course import FILE' lists every fault) and send it again.",
        IngestRules.Enrolment => "Mend the enrolment as the reason says (docs/people.md has its form) and send it again.",
        _ => "See the reason; docs/xapi.md lists the rules.", // a row of a newer build
    };
}
