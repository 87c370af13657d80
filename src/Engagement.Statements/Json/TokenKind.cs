namespace Engagement.Statements.Json;

internal enum TokenKind : byte { Object, Array, String, Number, True, False, Null }
