using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>The engine refused or failed a statement.</summary>
/// <param name="message">As ClickHouse words it, <c>Code: N. DB::Exception: …</c>.</param>
internal sealed partial class ChdbException(string message) : Exception(message)
{
    private const int UnknownException = 1002;

    /// <summary>In the engine's wording, for what is refused before it.</summary>
    public ChdbException(ErrorCode code, string reason) : this($"Code: {(int)code}. DB::Exception: {reason} ({code.Name()})") { }

    public int Code { get; } = CodeOf(message);

    private static int CodeOf(string message) =>
        CodePrefix().Match(message) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : UnknownException;

    [GeneratedRegex(@"Code: (\d+)")]
    private static partial Regex CodePrefix();
}
