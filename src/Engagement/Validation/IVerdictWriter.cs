namespace Engagement.Validation;

/// <summary>Shows verdicts as they come: none is kept, for a file may hold millions.</summary>
internal interface IVerdictWriter : IDisposable
{
    void Write(in FileVerdict verdict);

    /// <summary>All files were read.</summary>
    void Finish(VerdictCounts counts);
}
