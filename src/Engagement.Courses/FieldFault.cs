namespace Engagement.Courses;

/// <summary>What is wrong with a document that somebody sent, and where.</summary>
/// <param name="Path">JSON path such as <c>$.sections[3].kind</c>.</param>
/// <param name="Reason">One sentence: what was found, what is expected.</param>
public readonly record struct FieldFault(string Path, string Reason)
{
    public override string ToString() => $"{Path}: {Reason}";
}
