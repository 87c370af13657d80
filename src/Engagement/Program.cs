using System.CommandLine;
using Engagement.Commands;

var root = new RootCommand("Engagement: how long people really spend on each section of a course, who skips what, and whom to write to.")
{
    DemoCommand.Create(),
    AnalyzeCommand.Create(),
    ValidateCommand.Create(),
    ServeCommand.Create(),
    ReplayCommand.Create(),
    RejectedCommand.Create(),
    SimulateCommand.Create(),
    CourseCommand.Create(),
    PeopleCommand.Create(),
    ExplainCommand.Create(),
    RiskCommand.Create(),
    AlertsCommand.Create(),
    ModelCommand.Create(),
    OuladCommand.Create(),
    AccountCommand.Create(),
    KeyCommand.Create(),
    LearnerCommand.Create(),
    RetentionCommand.Create(),
    QueryCommand.Create(),
    MigrateCommand.Create(),
    ClickHouseCommand.Create(),
    KafkaCommand.Create(),
    DoctorCommand.Create(),
    SharedOptions.Data,
    SharedOptions.Set,
    SharedOptions.Child,
};
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = true });
