using System.Globalization;
using Engagement.Attrition.Features;
using Engagement.Attrition.Keeping;
using Engagement.Attrition.Training;
using Engagement.ClickHouse;
using Microsoft.Extensions.Options;

namespace Engagement.Attrition.Retraining;

/// <summary>
/// Trains a model of all learners whose outcome is known, and has it score from then on if on the newest finished course it is no worse
/// than the one in use. Every model is kept. One at a time; may die half way. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class RetrainingRun(
    ClickHouseClient clickHouse, ModelStore models, TimeProvider clock, IOptions<AttritionOptions> options, AttritionTrainers trainers)
{
    private const int FewRows = 5_000;

    /// <summary>Half a gigabyte of features, and half a minute to learn from.</summary>
    private const double MostRows = 1_000_000;

    private readonly ScoringDay _day = new(clickHouse, clock, options.Value.AsOf);

    /// <summary>Whether a course has finished since the newest model was trained, or that is long enough ago.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancel = default)
    {
        if (await _day.AskAsync(cancel) is not { } day) return false;
        var finished = await FinishedRuns.AskAsync(clickHouse, day, cancel);
        if (finished.Count == 0) return false;
        await models.InUseAsync(cancel); // where the model in use has had to give way, that of the product is the newest
        var newest = await models.NewestAsync(cancel);
        return newest is null || clock.GetUtcNow() - newest.At >= options.Value.RetrainEvery || finished.Keys.Except(newest.Courses).Any();
    }

    /// <summary>Trains, whether that is due or not.</summary>
    public async Task<RetrainingResult> RunAsync(CancellationToken cancel = default)
    {
        if (await _day.AskAsync(cancel) is not { } day) return RetrainingResult.Not("there are no learners yet");
        var finished = await FinishedRuns.AskAsync(clickHouse, day, cancel);
        var weeks = await KnownAsync(day, cancel);
        string[] courses = [.. weeks.Course.Distinct().Select(course => weeks.Courses[course]).Where(finished.ContainsKey).Order(StringComparer.Ordinal)];
        if (courses.Length == 0) return RetrainingResult.Not("no run of a course has finished yet");
        if (TooLittle(weeks) is { } little) return RetrainingResult.Not(little);

        var inUse = await models.InUseAsync(cancel);
        var hash = weeks.Hash();
        if ((await models.NewestAsync(cancel))?.DataHash == hash) return RetrainingResult.Not("the newest model has learnt from the same rows");
        var held = HeldOut.Of(weeks, finished);
        if (HasOneOutcome(held.Train) || HasOneOutcome(held.Held)) return RetrainingResult.Not($"all of {held.What}, or of the others, had the same outcome");
        var pilot = trainers.Pilot.Train(Set(held.Train), Set(held.Held));
        var (now, then) = (Comparison.Of(inUse.Document, held.Held), Comparison.Of(pilot, held.Held));
        var document = trainers.Like(pilot).Train(Set(weeks)) with
        {
            DataHash = hash,
            Metrics = new Dictionary<string, double>
            {
                ["held_out_rows"] = held.Held.Rows, ["held_out_log_loss"] = then.LogLoss, ["held_out_auc"] = then.Auc,
            },
        };
        var id = await models.KeepAsync(document, courses, cancel);
        var isBetter = then.LogLoss <= now.LogLoss;
        if (isBetter)
            await models.UseAsync(id, string.Create(CultureInfo.InvariantCulture,
                $"no worse on {held.What}: log-loss {then.LogLoss:0.####} against {now.LogLoss:0.####}, AUC {then.Auc:0.###} against {now.Auc:0.###}"), cancel);
        return new(id, isBetter, now, then, held.What, null);
    }

    // A short course has few weeks; its days tell a little more. Of very many learners every second week, or third, tells enough.
    private async Task<PersonWeeks> KnownAsync(DateOnly day, CancellationToken cancel)
    {
        var query = new PersonWeeksQuery(clickHouse);
        var until = day.AddDays(-PersonWeeksQuery.HorizonDays);
        var weeks = int.Max(1, (int)double.Ceiling(await WeeksAsync(cancel) / MostRows));
        var weekly = AttritionTask.GivesUp.Of(await query.AskAsync(Cuts.Weekly with { Until = until, Every = 7 * weeks }, cancel));
        return weekly.Rows >= FewRows ? weekly : AttritionTask.GivesUp.Of(await query.AskAsync(Cuts.Daily with { Until = until }, cancel));
    }

    /// <summary>About how many weeks all learners have been in their courses.</summary>
    private async Task<double> WeeksAsync(CancellationToken cancel) => double.Parse(await clickHouse.ScalarAsync(
        "SELECT sum(1 + greatest(0, dateDiff('day', ifNull(registered_at, first_at), last_at)) / 7) FROM enrolments FINAL", cancel: cancel) ?? "0", CultureInfo.InvariantCulture);

    private string? TooLittle(PersonWeeks weeks)
    {
        var events = AttritionTask.GivesUp.Labels(weeks).Count(label => label);
        return weeks.Rows < options.Value.LeastRows || events < options.Value.LeastEvents
            ? $"{weeks.Rows} learners at cuts with {events} who gave up are too few to learn from: {options.Value.LeastRows} and {options.Value.LeastEvents} are wanted"
            : null;
    }

    private static bool HasOneOutcome(PersonWeeks weeks) => weeks.GivesUp.Distinct().Count() < 2;

    private static TrainingSet Set(PersonWeeks weeks)
    {
        var days = weeks.Cut;
        return new(weeks.Features, AttritionTask.GivesUp.Labels(weeks), FeatureList.Names)
        {
            Task = AttritionTask.GivesUp.Name,
            From = days.Min().ToString("O", CultureInfo.InvariantCulture), Until = days.Max().ToString("O", CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>What a training came to.</summary>
/// <param name="Model">The new model's id; null: none was trained.</param>
/// <param name="IsInUse">It scores from now on.</param>
/// <param name="InUse">How the one in use before did on what was held out.</param>
/// <param name="Candidate">How a model like the new one did, that had not seen these.</param>
/// <param name="HeldOut">What that was, in words.</param>
/// <param name="WhyNot">Why none was trained.</param>
public sealed record RetrainingResult(Guid? Model, bool IsInUse, Comparison InUse, Comparison Candidate, string HeldOut, string? WhyNot)
{
    internal static RetrainingResult Not(string why) => new(null, false, default, default, "", why);
}
