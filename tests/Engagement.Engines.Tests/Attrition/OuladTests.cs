using Engagement.Attrition;
using Engagement.Attrition.Evaluation;
using Engagement.Attrition.Features;
using Engagement.Attrition.Oulad;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Tests;

namespace Engagement.Engines.Tests.Attrition;

/// <summary>The smallest module of OULAD, AAA, from its files to features.</summary>
public sealed class OuladTests : IDisposable
{
    private const string Days = "oulad/events_AAA_2013J.parquet";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-oulad-");

    public void Dispose() => _folder.Delete(recursive: true);

    [RealDataFact(Days)]
    public async Task Its_students_days_become_learners_days()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await ImportAsync(clickHouse);

        var clicks = await clickHouse.ScalarAsync("SELECT sum(clicks) FROM file({file:String}, Parquet)", [("file", RealDataFactAttribute.PathOf(Days))]);
        Assert.Equal(clicks, await clickHouse.ScalarAsync("SELECT sum(statements) FROM learner_days FINAL WHERE course_id = 'urn:oulad:AAA:2013J'"));
        Assert.Equal("383", await clickHouse.ScalarAsync("SELECT count() FROM enrolments FINAL WHERE course_id = 'urn:oulad:AAA:2013J'"));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'oulad')"));
    }

    [RealDataFact(Days)]
    public async Task Imported_twice_it_is_there_once()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await ImportAsync(clickHouse);
        var once = (await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.OnDay(56))).Hash();
        await ImportAsync(clickHouse);

        Assert.Equal(once, (await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.OnDay(56))).Hash());
    }

    // What knows the outcome all by itself was written after it.
    [RealDataFact(Days)]
    public async Task No_feature_alone_tells_who_gives_up()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await ImportAsync(clickHouse);
        var all = await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.Weekly);

        foreach (var task in new[] { AttritionTask.GoesSilent, AttritionTask.Withdraws })
        {
            var weeks = task.Of(all);
            foreach (var (column, name) in FeatureList.Names.Index())
            {
                var scores = Enumerable.Range(0, weeks.Rows).Select(row => weeks.Features.Row(row)[column] is var value && float.IsNaN(value) ? 0.0 : value).ToArray();
                var auc = new Ranking(new ScoredWeeks(weeks.Course, weeks.Learner, weeks.Day, scores, task.Labels(weeks))).Auc();
                Assert.True(auc is > 0.05 and < 0.95, $"{task.Name} by {name} alone: AUC {auc}");
            }
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_OULAD_is_refused_with_what_is_missing()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var refusal = await Assert.ThrowsAsync<FileNotFoundException>(() => new OuladImport(clickHouse, TimeProvider.System).RunAsync(_folder.FullName));

        Assert.Contains("events_*.parquet", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("labels.csv.gz", refusal.Message, StringComparison.Ordinal);
    }

    [RealDataFact(Days)]
    public async Task Groups_are_of_the_students_that_were_imported()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await ImportAsync(clickHouse);
        var file = Path.Combine(_folder.FullName, "groups.csv");
        await File.WriteAllTextAsync(file, "id_student,sex,\"age, years\"\n11391,f,\"55<=\"\n28400,,35-55\n");

        var groups = await new OuladGroups(clickHouse).ReadAsync(file);

        Assert.Equal(["55<=", "35-55"], groups["age, years"].Values);
        var learner = Assert.Single(groups["sex"]).Key;
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM enrolments FINAL WHERE learner_id = {learner:UUID}", [("learner", learner)]));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM system.tables WHERE database = currentDatabase() AND name = 'oulad_groups'"));
    }

    [Theory]
    [InlineData("student,sex\n1,f\n", "the header must be id_student")]
    [InlineData("id_student,sex\n1,f\nx,f\n", "is not a student's number and 1 groups")]
    [InlineData("id_student,sex\n1,f,g\n", "is not a student's number and 1 groups")]
    [InlineData("id_student,sex\n1,f\n1,m\n", "in two groups of one attribute")]
    [InlineData("id_student,sex\n1,\"f\n", "is no CSV")]
    public async Task A_file_of_groups_that_is_none_is_refused_with_the_place(string text, string reason)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var file = Path.Combine(_folder.FullName, "groups.csv");
        await File.WriteAllTextAsync(file, text);

        Assert.Contains(reason, (await Assert.ThrowsAsync<InvalidDataException>(() => new OuladGroups(clickHouse).ReadAsync(file))).Message, StringComparison.Ordinal);
    }

    private async Task ImportAsync(ClickHouseClient clickHouse)
    {
        foreach (var file in new[] { "assessments.csv.gz", "courses.csv.gz", "labels.csv.gz", "registrations.csv.gz", "submissions.csv.gz", "events_AAA_2013J.parquet", "events_AAA_2014J.parquet" })
            File.Copy(RealDataFactAttribute.PathOf("oulad/" + file), Path.Combine(_folder.FullName, file), overwrite: true);
        await new OuladImport(clickHouse, TimeProvider.System).RunAsync(_folder.FullName);
    }
}
