namespace Engagement.Kafka.Files;

/// <summary>How statements follow each other in a stream.</summary>
internal enum StatementLayout
{
    /// <summary>Too little was read to tell.</summary>
    Unknown,

    /// <summary>JSON Lines: one statement a line.</summary>
    Lines,

    /// <summary>JSON: an array of statements, or one or more objects, over any number of lines.</summary>
    Values,
}
