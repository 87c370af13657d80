using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Engagement.Erasure.Retention;

/// <summary>The limits, as a configuration has them.</summary>
public static class RetentionSettings
{
    /// <exception cref="OptionsValidationException">A limit can't be: each is told.</exception>
    public static RetentionOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(RetentionOptions.Section).Get<RetentionOptions>() ?? new();
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)
            ? options
            : throw new OptionsValidationException(RetentionOptions.Section, typeof(RetentionOptions), faults.Select(fault => fault.ErrorMessage!));
    }
}
