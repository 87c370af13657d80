using System.CommandLine;
using Engagement.Hosting;
using Engagement.Models;
using Engagement.Processes;
using Engagement.Reports;

namespace Engagement.Commands;

/// <summary><c>engagement model show</c>: the card of the model in use, or of another that was kept.</summary>
internal static class ModelShowCommand
{
    public static Command Create()
    {
        var id = new Argument<Guid?>("ID") { Description = "Of a model that was kept; without it the one in use", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print the model itself, as it is kept" };
        return new Command("show", "Tells what a model was made of, how good it was, what it goes by and how it has done since") { id, json }
            .Does(async (parsed, settings, stop) =>
            {
                await using var database = await Database.OpenAsync(settings, stop);
                var store = new AttritionRuns(settings, database.Client).Models;
                var model = parsed.GetValue(id) is { } wanted ? await ReadAsync(store, wanted, stop) : await store.InUseAsync(stop);
                if (parsed.GetValue(json)) await Console.Out.WriteAsync(model.Document.ToJson());
                else ModelCard.Print(Terminal.Results(), model, await store.SwitchesAsync(5, stop), await store.WatchedAsync(5, stop));
                return ExitCodes.Done;
            });
    }

    private static async Task<Attrition.Keeping.KeptModel> ReadAsync(Attrition.Keeping.ModelStore store, Guid id, CancellationToken stop)
    {
        try
        {
            return await store.ReadAsync(id, stop);
        }
        catch (KeyNotFoundException e)
        {
            throw new Fault($"{e.Message}. './engagement query \"SELECT model_id, trained_at FROM models\"' lists those there are.");
        }
    }
}
