using System.Security.Cryptography;
using System.Text;
using Engagement.Attrition.Features;
using Engagement.Attrition.Starter;
using Engagement.Attrition.Training;
using Engagement.Attrition.Watching;
using Engagement.ClickHouse;

namespace Engagement.Attrition.Keeping;

/// <summary>
/// Tables <c>models</c> and <c>model_switches</c>: all models of what learners are scored by, and which of them is in use. Rows are
/// only ever added. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class ModelStore(ClickHouseClient clickHouse, TimeProvider clock)
{
    private static readonly string Task = AttritionTask.GivesUp.Name;

    /// <summary>
    /// The model that scores now. In a new database the one that the product brings along, which then comes into use; so it does where
    /// the one in use is refused, as a newer product computes other features.
    /// </summary>
    public async Task<KeptModel> InUseAsync(CancellationToken cancel = default)
    {
        var why = "the model that comes with the product";
        if ((await SwitchesAsync(1, cancel)).FirstOrDefault() is { } newest)
        {
            try
            {
                return await ReadAsync(newest.ModelId, cancel);
            }
            catch (ModelRefusedException e)
            {
                why += $", as {newest.ModelId} can't be used any more. {e.Message}";
            }
        }
        var id = await KeepAsync(StarterModel.Document, [], cancel);
        await UseAsync(id, why, cancel);
        return new(id, clock.GetUtcNow(), [], StarterModel.Document);
    }

    /// <summary>The newest switches, newest first.</summary>
    public Task<List<ModelSwitch>> SwitchesAsync(int most, CancellationToken cancel = default) => clickHouse.ListAsync<ModelSwitch>("""
        SELECT formatDateTime(switched_at, '%FT%TZ') AS switched_at, model_id, reason FROM model_switches AS s
        WHERE task = {task:String} ORDER BY s.switched_at DESC LIMIT {most:UInt32}
        """, [("task", Task), ("most", most)], cancel);

    /// <summary>What was predicted and what happened, newest cut first.</summary>
    public Task<List<Watched>> WatchedAsync(int most, CancellationToken cancel = default) => clickHouse.ListAsync<Watched>("""
        SELECT toString(w.cut) AS cut, scored, mean_probability, event_rate, auc, shifts FROM model_watch AS w FINAL ORDER BY w.cut DESC LIMIT {most:UInt32}
        """, [("most", most)], cancel);

    /// <summary>When the newest model was kept, in use or not, and of what it was made; null: there is none.</summary>
    public async Task<Training?> NewestAsync(CancellationToken cancel = default) => (await clickHouse.ListAsync<Training>("""
        SELECT formatDateTime(m.trained_at, '%FT%TZ') AS at, courses, data_hash FROM models AS m WHERE task = {task:String} ORDER BY m.trained_at DESC LIMIT 1
        """, [("task", Task)], cancel)).FirstOrDefault();

    /// <summary>Adds a model, without bringing it into use.</summary>
    /// <param name="document">Of <see cref="AttritionTask.GivesUp"/>.</param>
    /// <param name="courses">With a finished run among its rows.</param>
    /// <param name="cancel">Leaves the outcome unknown; adding it again is harmless.</param>
    /// <returns>Its id.</returns>
    public async Task<Guid> KeepAsync(ModelDocument document, IReadOnlyList<string> courses, CancellationToken cancel = default)
    {
        var json = document.ToJson();
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(json))[..16]);
        await clickHouse.InsertRowsAsync("models", [new
        {
            ModelId = id, document.Task, document.Kind, TrainedAt = clock.GetUtcNow(), TrainedFrom = document.From, TrainedUntil = document.Until,
            RowCount = document.Rows, document.BaseRate, document.Features, document.Metrics, document.DataHash, Courses = courses, Document = json,
        }], cancel);
        return id;
    }

    /// <summary>Has a kept model score from now on.</summary>
    public Task UseAsync(Guid id, string reason, CancellationToken cancel = default) =>
        clickHouse.InsertRowsAsync("model_switches", [new { Task, SwitchedAt = clock.GetUtcNow(), ModelId = id, Reason = reason }], cancel);

    /// <summary>A kept model.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this id.</exception>
    /// <exception cref="ModelRefusedException">It is of other features than are computed here, or damaged.</exception>
    public async Task<KeptModel> ReadAsync(Guid id, CancellationToken cancel = default)
    {
        var row = (await clickHouse.ListAsync<Row>("""
            SELECT formatDateTime(m.trained_at, '%FT%TZ') AS trained_at, courses, document FROM models AS m
            WHERE task = {task:String} AND model_id = {id:UUID} ORDER BY m.trained_at LIMIT 1
            """, [("task", Task), ("id", id)], cancel)).FirstOrDefault() ?? throw new KeyNotFoundException($"There is no model {id}");
        return new(id, row.TrainedAt, row.Courses, ModelDocument.Read(row.Document, FeatureList.Names));
    }

    /// <summary>That a model was trained, and of what.</summary>
    public sealed record Training(DateTimeOffset At, string[] Courses, string DataHash);

    private sealed record Row(DateTimeOffset TrainedAt, string[] Courses, string Document);
}
