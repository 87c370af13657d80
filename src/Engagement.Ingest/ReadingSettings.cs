using Engagement.Statements;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Engagement.Ingest;

/// <summary>The policies of reading, as a configuration has them.</summary>
public static class ReadingSettings
{
    /// <summary>The section <c>Statements</c>; the defaults for what it does not name.</summary>
    /// <exception cref="OptionsValidationException">A setting is not known, or its value can't be: each is told.</exception>
    public static ReadingOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(ReadingOptions.Section);
        // A policy that is misspelt would be a policy not kept.
        var faults = section.GetChildren().Select(child => child.Key)
            .Where(key => !Names.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => $"{ReadingOptions.Section}:{key} is no setting; there are {string.Join(", ", Names)}.").ToList();
        var options = new ReadingOptions();
        try
        {
            options = section.Get<ReadingOptions>() ?? options;
        }
        catch (InvalidOperationException e) // the binder's word for a value of the wrong type
        {
            faults.Add(e.Message);
        }
        faults.AddRange(options.Faults());
        return faults.Count == 0 ? options : throw new OptionsValidationException(ReadingOptions.Section, typeof(ReadingOptions), faults);
    }

    private static IReadOnlyList<string> Names { get; } = [.. typeof(ReadingOptions).GetProperties().Select(setting => setting.Name)];
}
