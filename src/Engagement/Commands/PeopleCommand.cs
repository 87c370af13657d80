using System.CommandLine;
using Engagement.ClickHouse;
using Engagement.Hosting;
using Engagement.People.Enrolments;
using Engagement.People.Identity;
using Engagement.Processes;
using Engagement.Reports;
using Engagement.Rosters;
using Engagement.Statements;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Commands;

/// <summary><c>engagement people</c>: the roster, taken from files and counted.</summary>
internal static class PeopleCommand
{
    public static Command Create() => new("people", "The roster: who is in which course and cohort, and looked after by whom") { Import(), Show() };

    private static Command Import()
    {
        var file = new Argument<string>("FILE")
        {
            Description = $"CSV in UTF-8; the first line names the columns: {string.Join(", ", EnrolmentFields.All)}",
        };
        return new Command("import", "Takes each row of a file into the roster, or says what is wrong with it. Exit code 1 where one is wrong") { file }
            .Does(async (parsed, settings, stop) =>
            {
                await using var database = await Database.OpenAsync(settings, stop);
                var identities = new Identities(database.Client, settings.IdentityKey(), TimeProvider.System, NullLogger<Identities>.Instance);
                var erased = new ErasedLearners(database.Client);
                await erased.LoadAsync(stop);
                var import = new RosterImport(
                    new EnrolmentReader(new Pseudonym(settings.PrivacyKey())), new EnrolmentStore(database.Client, identities, erased, TimeProvider.System), Console.Error);
                await import.RunAsync(parsed.GetValue(file)!, stop);
                Console.WriteLine($"{Terminal.Count(import.Taken, "enrolment")} taken, {import.Refused} refused");
                return import.Refused == 0 ? ExitCodes.Done : ExitCodes.Failed;
            });
    }

    private static Command Show() => new Command("show", "Counts the learners of each course and cohort; names nobody")
        .Does(async (_, settings, stop) =>
        {
            await using var database = await Database.OpenAsync(settings, stop);
            await new RosterTable(database.Client).PrintAsync(Terminal.Results(), stop);
            return ExitCodes.Done;
        });
}
