using System.CommandLine;
using Engagement.Erasure;
using Engagement.Erasure.Disk;
using Engagement.Erasing;
using Engagement.Explanations;
using Engagement.Hosting;
using Engagement.People.Identifiers;
using Engagement.People.Identity;
using Engagement.Processes;
using Engagement.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Commands;

/// <summary><c>engagement learner</c>: what is held of one learner, and its end.</summary>
internal static class LearnerCommand
{
    private static readonly Option<string> Learner = new("--learner")
    {
        Description = $"Pseudonym of a learner, its beginning, or {ActorIdentifiers.Forms}",
        HelpName = "LEARNER",
        Required = true,
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print what was done as JSON" };
    private static readonly Option<string?> Out = new("--out") { Description = "File to write; without it, standard output", HelpName = "FILE" };

    public static Command Create() => new("learner", "Exports or erases what is held of one learner")
    {
        new Command("export", "Writes everything that is held of a learner as one JSON document") { Learner, Out }
            .Does((parsed, settings, stop) => ExportAsync(settings, parsed.GetValue(Learner)!, parsed.GetValue(Out), stop)),
        new Command("erase", "Deletes everything that is held of a learner, for good, and shows that it is gone") { Learner, Yes, Json }
            .Does((parsed, settings, stop) => EraseAsync(settings, parsed.GetValue(Learner)!, parsed.GetValue(Yes), parsed.GetValue(Json), stop)),
    };

    private static async Task<int> ExportAsync(Settings settings, string typed, string? file, CancellationToken stop)
    {
        await using var database = await Database.OpenAsync(settings, stop);
        var held = await LearnerChoice.HeldAsync(new LearnerRows(database.Client), typed, settings.PrivacyKey, stop);
        await using var target = file is null ? Console.OpenStandardOutput() : OwnFile.Create(file);
        await new LearnerExport(database.Client, new Identities(database.Client, settings.IdentityKey(), TimeProvider.System, NullLogger<Identities>.Instance), TimeProvider.System).WriteAsync(target, held.Learner, stop);
        return ExitCodes.Done;
    }

    private static async Task<int> EraseAsync(Settings settings, string typed, bool isSure, bool asJson, CancellationToken stop)
    {
        var isEmbedded = settings.ClickHouse.Url.Length == 0;
        await using var database = await Database.OpenAsync(settings, stop);
        var held = await LearnerChoice.HeldAsync(new LearnerRows(database.Client), typed, settings.PrivacyKey, stop);
        if (!asJson) ErasureReport.PrintFound(Terminal.Results(), held);
        if (!isSure && !IsConfirmed(held.Learner)) throw new Fault("Nothing was erased.");

        var run = new EraseRun(database.Client, settings.MetricsRun(database.Client), TimeProvider.System);
        var by = $"{Environment.UserName}@{Environment.MachineName}";
        var result = await run.EraseAsync(held.Learner, by, what => Console.Error.WriteLine($"{what} …"), stop);
        // Only the embedded engine's files can be read from here. Beside its folders lie only its locks.
        var disk = isEmbedded
            ? DiskSearch.Find(Directory.GetDirectories(settings.Data.ClickHouse), await TombstoneFolders.AskAsync(database.Client, stop), held.Learner, stop)
            : null;
        if (asJson) await ErasureJson.WriteAsync(Console.OpenStandardOutput(), result, disk, stop);
        else ErasureReport.PrintDone(Terminal.Results(), result, disk);
        return result.IsDone && disk is null or { Found.Count: 0 } ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static bool IsConfirmed(Guid learner)
    {
        if (Console.IsInputRedirected) throw new Fault("Nothing was erased: there is no terminal to ask on. Say --yes to erase without being asked.");
        Console.Error.Write($"This can't be undone. Type the first eight characters of the pseudonym to erase {learner}: ");
        return Console.ReadLine()?.Trim() == learner.ToString()[..8];
    }
}
