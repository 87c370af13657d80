using System.CommandLine;
using Engagement.Verbs;

var root = new RootCommand("Engagement: how long people really spend on each section of a course, who skips what, and whom to write to.")
{
    DemoVerb.Create(),
    AnalyzeVerb.Create(),
    ServeVerb.Create(),
    ReplayVerb.Create(),
    SimulateVerb.Create(),
    CourseVerb.Create(),
    QueryVerb.Create(),
    MigrateVerb.Create(),
    ClickHouseVerb.Create(),
    KafkaVerb.Create(),
    DoctorVerb.Create(),
    Common.Data,
    Common.Set,
    Common.Child,
};
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = true });
