using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>The engine refused or failed a statement. The message is ClickHouse's own, <c>Code: N. DB::Exception: …</c>.</summary>
internal sealed partial class ChdbException : Exception
{
    private const int UnknownException = 1002;

    /// <param name="message">As the library gives it.</param>
    public ChdbException(string message) : base(Unwrap(message)) =>
        Code = CodePrefix().Match(message) is { Success: true } match
            && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : UnknownException;

    /// <summary>In the engine's wording, for what is refused before it.</summary>
    public ChdbException(ErrorCode code, string reason) : this($"Code: {(int)code}. DB::Exception: {reason} ({code.Name()})") { }

    public int Code { get; }

    // Some errors come as the text of an error within the text of an error.
    private static string Unwrap(string message) =>
        RepeatedPrefix().Match(message) is { Success: true } prefix
            ? RepeatedSuffix().Replace(message[prefix.Length..], "")
            : message;

    [GeneratedRegex(@"Code: (\d+)")]
    private static partial Regex CodePrefix();

    [GeneratedRegex(@"^(Code: \d+\. DB::Exception: )+(?=Code: \d+\. DB::Exception: )")]
    private static partial Regex RepeatedPrefix();

    [GeneratedRegex(@"( \(version [^()]*(\([^()]*\))?\)\. \([A-Z_]+\))+$")]
    private static partial Regex RepeatedSuffix();
}
