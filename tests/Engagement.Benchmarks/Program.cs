using System.CommandLine;
using Engagement.Benchmarks.Ingest;
using Engagement.Benchmarks.Metrics;
using Engagement.Benchmarks.Pages;
using Engagement.Benchmarks.Reader;

// The hidden verbs are processes that `ingest` starts and measures.
var root = new RootCommand("Measures Engagement beside what one would use instead, on this machine, in one run.")
{
    ReaderCommand.Create(),
    IngestCommand.Create(),
    MetricsCommand.Create(),
    PagesCommand.Create(),
    ConsumeOnly.Command(),
    ParseOnly.Command(),
    InsertOnly.Command(),
    OursInProcess.Command(),
};
foreach (var command in PackagedClient.Commands()) root.Add(command);
return await root.Parse(args).InvokeAsync();
