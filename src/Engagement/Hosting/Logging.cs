using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Engagement.Hosting;

/// <summary>Console for people (standard error, so that results can be piped), a daily JSON file for machines.</summary>
public static class Logging
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext:l} {Message:lj}{NewLine}{Exception}";

    /// <param name="settings">May tune levels in its section Serilog.</param>
    /// <param name="process">Name of this process in the log file, e.g. worker.</param>
    /// <param name="console">Least level shown on the console.</param>
    public static Logger Create(Settings settings, string process, LogEventLevel console = LogEventLevel.Information) =>
        new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // It warns that keys of cookies are not encrypted: they are for this user's eyes alone, as the other keys of the data folder.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .ReadFrom.Configuration(settings.Configuration)
            .Enrich.FromLogContext()
            .Enrich.WithProperty("Process", process)
            .WriteTo.Console(console, Line, CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
            .WriteTo.File(new JsonFormatter(renderMessage: true), Path.Combine(settings.Data.Logs, process + "-.json"),
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14, shared: true)
            .CreateLogger();
}
