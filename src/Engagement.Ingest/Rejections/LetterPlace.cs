namespace Engagement.Ingest.Rejections;

/// <summary>One rejection: where its statement came from, and where its letter lies.</summary>
/// <param name="Topic">It came from.</param>
/// <param name="Partition">It came from.</param>
/// <param name="Offset">Of its message.</param>
/// <param name="Index">Place in the message's array.</param>
/// <param name="LetterPartition">Of the dead-letter topic.</param>
/// <param name="LetterOffset">Of the dead-letter topic.</param>
/// <param name="Hash">SHA-256, cut, of the refused bytes, hexadecimal: tells whether the letter there is this one.</param>
public sealed record LetterPlace(string Topic, int Partition, long Offset, uint Index, int LetterPartition, long LetterOffset, string Hash);
