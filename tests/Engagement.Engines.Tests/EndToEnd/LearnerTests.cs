using System.Text.Json;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement learner</c> and <c>engagement retention</c>, over a data folder of their own.</summary>
public sealed class LearnerTests
{
    [Fact]
    public async Task A_learner_is_exported_and_erased_and_shown_to_be_gone()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        var statements = folder.Write("statements.jsonl", WorkedExample.Statements);
        await RunAsync(0, "analyze", statements, "--outline", folder.Write("outline.json", WorkedExample.Outline), "--data", data);
        var learner = await Tables.AskAsync(data, "SELECT DISTINCT learner_id FROM statements");

        await RunAsync(0, "learner", "export", "--learner", "ada@example.org", "--out", folder.File("ada.json"), "--data", data);
        var export = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("ada.json"))).RootElement;
        Assert.Equal(4, export.GetProperty("tables").GetProperty("visits").GetProperty("rows").GetArrayLength());
        Assert.DoesNotContain("ada@example", export.ToString(), StringComparison.OrdinalIgnoreCase);

        Assert.Contains("Everything is kept for ever", (await RunAsync(0, "retention", "show", "--data", data)).Output, StringComparison.Ordinal);
        Assert.Matches("https://example.org/course: 1 learners? without a statement since", (await RunAsync(0, "retention", "show", "--set", "Retention:Months=1", "--data", data)).Output);
        Assert.Contains("Retention:Months", (await RunAsync(78, "retention", "show", "--set", "Retention:Months=-1", "--data", data)).Errors, StringComparison.Ordinal);

        Assert.Contains("Nothing is held of", (await RunAsync(1, "learner", "erase", "--learner", "bob@example.org", "--yes", "--data", data)).Errors, StringComparison.Ordinal);
        Assert.Contains("Say --yes", (await RunAsync(1, "learner", "erase", "--learner", learner[..8], "--data", data)).Errors, StringComparison.Ordinal);
        Assert.NotEqual("0", await Tables.AskAsync(data, "SELECT count() FROM statements"));

        var erased = (await RunAsync(0, "learner", "erase", "--learner", "ada@example.org", "--yes", "--data", data)).Output;
        Assert.Contains("nothing is left", erased, StringComparison.Ordinal);
        Assert.Contains("also in what is compressed: not there", erased, StringComparison.Ordinal);
        Assert.Equal("0\t0\t1", await Tables.AskAsync(data, "SELECT (SELECT count() FROM statements), (SELECT count() FROM visits), (SELECT count() FROM erasures FINAL)"));

        await RunAsync(0, "analyze", statements, "--data", data);
        Assert.Equal("0", await Tables.AskAsync(data, "SELECT count() FROM statements"));
        var again = JsonDocument.Parse((await RunAsync(0, "learner", "erase", "--learner", learner, "--yes", "--json", "--data", data)).Output).RootElement;
        Assert.True(again.GetProperty("is_done").GetBoolean());
        Assert.Equal(0, again.GetProperty("found").GetProperty("statements").GetInt32());
        Assert.Empty(again.GetProperty("disk").GetProperty("found").EnumerateArray());
    }

    private static async Task<(string Output, string Errors)> RunAsync(int expected, params string[] arguments)
    {
        var (code, output, errors) = await EngagementProcess.RunAsync(arguments);
        Assert.True(code == expected, $"{code}: {output}{errors}");
        return (output, errors);
    }
}
