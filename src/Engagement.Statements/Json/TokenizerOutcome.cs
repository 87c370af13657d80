namespace Engagement.Statements.Json;

/// <summary>How reading one JSON value ended.</summary>
internal enum TokenizerOutcome : byte
{
    /// <summary>The tape holds the value.</summary>
    Complete,

    /// <summary>Not JSON: nothing behind this place can be read.</summary>
    Malformed,

    /// <summary>Well-formed, but nested too deeply to be kept; read past.</summary>
    TooDeep,

    /// <summary>Well-formed, but too large to be kept; read past.</summary>
    TooLarge,
}
