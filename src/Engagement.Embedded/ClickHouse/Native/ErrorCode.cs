namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>ClickHouse's codes for what is refused before the engine sees it.</summary>
internal enum ErrorCode
{
    BadArguments = 36,
    NotImplemented = 48,
    SyntaxError = 62,
    QueryWithSameIdIsAlreadyRunning = 216,
    ZlibInflateFailed = 354,
    IntoOutfileNotAllowed = 358,
    CannotScheduleTask = 439,
    AuthenticationFailed = 516,
}

internal static class ErrorCodes
{
    /// <summary>As ClickHouse spells it: SYNTAX_ERROR.</summary>
    public static string Name(this ErrorCode code) =>
        string.Concat(code.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? "_" + letter : char.ToUpperInvariant(letter).ToString()));
}
