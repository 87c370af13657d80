using Engagement.Statements.Reading;

namespace Engagement.Statements.Json;

/// <summary>One JSON value or key, by its place in the message. Sixteen bytes.</summary>
/// <param name="Start">Of a string: behind its opening quote.</param>
/// <param name="Length">In bytes. Of a string: without quotes, escapes not yet resolved. Of an object or array: with its brackets.</param>
/// <param name="Next">Index of the first token behind this one and all it contains.</param>
/// <param name="Key">Of a member's key: which of xAPI's it is, escapes resolved.</param>
internal record struct Token(int Start, int Length, int Next, TokenKind Kind, bool Escaped, Key Key = Key.Unknown);
