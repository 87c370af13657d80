namespace Engagement.Benchmarks.Ingest;

/// <summary>All contenders, one after the other, several times, on one topic.</summary>
internal sealed class IngestBenchmark(int statements, int runs)
{
    /// <param name="Runs">Of each contender, all runs.</param>
    /// <param name="Forms">The Kafka engine's forms on a smaller topic, from which the fastest was chosen.</param>
    /// <param name="Allocated">Bytes our worker allocates for a statement once warm.</param>
    internal sealed record Result(int Statements, long Bytes, int Partitions, int Brokers, IReadOnlyList<Figures[]> Runs, IReadOnlyList<Figures> Forms, double Allocated);

    public async Task<Result> RunAsync()
    {
        // By processor time, which is what is short here: on few statements a rate is that of a handful of blocks.
        var forms = await TryFormsAsync();
        var fastest = KafkaEngine.KafkaEngine.Forms.Single(form => form.Name == forms.MinBy(f => f.Cpu.Engine)!.Name);
        Progress.Say($"loading {statements:N0} statements into the embedded Kafka");
        using var topic = await PreloadedTopic.OfAsync(statements);
        Func<Task<Figures>>[] contenders =
        [
            () => Ours.Contender.RunAsync(topic),
            () => fastest.RunAsync(topic),
            () => NodeStack.Contender.RunAsync(topic),
            () => ConsumeOnly.RunAsync(topic),
            () => ParseOnly.RunAsync(statements / 5),
            () => InsertOnly.RunAsync(statements),
            .. PackagedClient.Contenders(topic, statements),
        ];
        var figures = contenders.Select(_ => new Figures[runs]).ToArray();
        for (var run = 0; run < runs; run++)
            for (var i = 0; i < contenders.Length; i++)
                figures[i][run] = Told($"run {run + 1} of {runs}", await contenders[i]());
        var allocated = await OursInProcess.RunAsync(topic);
        return new Result(statements, topic.Bytes, topic.Partitions, topic.Brokers, figures, forms, allocated);
    }

    // The slowest takes twenty times as long as the fastest, so on a small topic.
    private async Task<List<Figures>> TryFormsAsync()
    {
        using var topic = await PreloadedTopic.OfAsync(statements / 5);
        var forms = new List<Figures>();
        foreach (var form in KafkaEngine.KafkaEngine.Forms) forms.Add(Told("trying", await form.RunAsync(topic)));
        return forms;
    }

    private static Figures Told(string when, Figures figures)
    {
        Progress.Say($"{when}: {figures.Name}: {figures.Rate:N0} statements/s");
        return figures;
    }
}
