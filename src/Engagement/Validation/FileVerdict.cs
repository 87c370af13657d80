namespace Engagement.Validation;

/// <summary>The verdict on one statement of a file.</summary>
/// <param name="File">As named on the command line.</param>
/// <param name="Line">From 1: the line, or in a file that is one JSON array (or several objects) the element.</param>
/// <param name="Index">Place in the array that stands on the line; 0 where there is none.</param>
/// <param name="Verdict">Accepted, rejected or ignored.</param>
/// <param name="Rule">The rule it breaks, or by which it is ignored; null where it was accepted.</param>
/// <param name="Path">JSON path of the place; null where it was not rejected.</param>
/// <param name="Reason">One sentence for the platform's developer; null where it was accepted.</param>
internal readonly record struct FileVerdict(
    string File, long Line, int Index, Verdict Verdict, string? Rule = null, string? Path = null, string? Reason = null);
