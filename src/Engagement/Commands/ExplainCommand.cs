using System.CommandLine;
using Engagement.ClickHouse;
using Engagement.Explanations;
using Engagement.Hosting;
using Engagement.Metrics.Explanations;
using Engagement.People.Identifiers;
using Engagement.Processes;
using Engagement.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Commands;

/// <summary><c>engagement explain</c>: why a learner's numbers are what they are. Reads what is stored, computes nothing anew.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var learner = new Option<string>("--learner")
        {
            Description = $"Pseudonym of a learner, its beginning, or {ActorIdentifiers.Forms}",
            HelpName = "LEARNER",
            Required = true,
        };
        var section = new Option<string?>("--section") { Description = "Id, position, or a part of the id or title of a section; without it all are told", HelpName = "SECTION" };
        var course = new Option<string?>("--course") { Description = "Id of a course or a part of it, where the learner is in several", HelpName = "COURSE" };
        var json = new Option<bool>("--json") { Description = "Print the explanation as JSON" };
        return new Command("explain", "Tells a learner's statements, visits, gaps and cut-offs, and the rule that gave each status") { learner, section, course, json }
            .Does(async (parsed, settings, stop) =>
            {
                await using var engines = await Engines.StartAsync(settings, withKafka: false, NullLogger.Instance, stop);
                using var client = new ClickHouseClient(engines.ClickHouse);
                var history = new LearnerHistory(client);
                var explanation = await Schema.AskAsync(client, () =>
                    AskAsync(history, parsed.GetValue(learner)!, parsed.GetValue(course), settings.PrivacyKey, stop));
                var typed = parsed.GetValue(section);
                var told = typed is null ? explanation : explanation.About(PlaceChoice.Section(explanation.Sections, typed).SectionId);
                if (parsed.GetValue(json)) await ResultJson.WriteAsync(Console.OpenStandardOutput(), told, isIndented: true, stop);
                else ExplanationReport.Print(Terminal.Results(), told, withRules: typed is not null);
                return ExitCodes.Done;
            });
    }

    private static async Task<Explanation> AskAsync(LearnerHistory history, string typed, string? typedCourse, Func<byte[]> key, CancellationToken stop)
    {
        var (learner, courses) = await LearnerChoice.FindAsync(history, typed, key, stop);
        var course = PlaceChoice.Course(courses, typedCourse);
        return Explainer.Explain(await history.ReadAsync(learner, course, stop)
            ?? throw new Fault($"The learner is not in {course} any more: the metrics were computed again meanwhile."));
    }
}
