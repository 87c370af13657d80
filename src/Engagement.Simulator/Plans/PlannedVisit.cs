namespace Engagement.Simulator;

/// <summary>A stay in a section as decided. All times in milliseconds.</summary>
internal struct PlannedVisit
{
    /// <summary>The most that a visit may declare.</summary>
    public const long DeclaredLimitMs = 7_200_000;

    public SimulatedSection Section;
    public long StartedAtMs;
    public long LastStatementAtMs;

    /// <summary>What was dwelt on purpose, up to the next thing the learner does or the exit.</summary>
    public long DweltMs;

    /// <summary>-1 where nothing was declared.</summary>
    public long DeclaredMs;

    /// <summary>The learner fell silent without leaving.</summary>
    public bool FellSilent;

    public int Responses;

    /// <summary>-1 where there was none.</summary>
    public long FirstResponseAtMs;

    /// <summary>Last statement and what was dwelt after it.</summary>
    public long EndedAtMs;

    public readonly bool IsDeclared => DeclaredMs >= 0;
    public readonly bool IsClipped => DeclaredMs > DeclaredLimitMs;
    public readonly bool IsOpen => FellSilent && !IsDeclared;
    public readonly long LowMs => IsDeclared ? Math.Min(DeclaredMs, DeclaredLimitMs) : DweltMs;
    public readonly long HighMs => IsOpen ? DweltMs + Section.CutOffMs : LowMs;
}
