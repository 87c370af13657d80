using Engagement.Web.Figures;

namespace Engagement.Web.Reports;

/// <summary>
/// One section: how long learners were there, whether they came back, where they went, and what each version of the outline changed. Counts are learners,
/// times seconds. What is empty is held back, or has nobody behind it: <see cref="Section"/> says which.
/// </summary>
/// <param name="AsOf">When it was computed; null: nothing is yet.</param>
/// <param name="Learners">Of the course; null: too few to be told.</param>
/// <param name="Suppressed">Something is held back as too few learners are behind it.</param>
/// <param name="Section">Outcomes, and quartiles of the time that is sure.</param>
/// <param name="Limits">What the outline asks for.</param>
/// <param name="Band">How much longer it may have been; null: fewer than five opened it.</param>
/// <param name="Spans">How many were there how long, shortest first. None holds one to four learners: such a one is part of its neighbour.</param>
/// <param name="Returns">Who came once, and who came back.</param>
/// <param name="Next">Where they went after their first visit, most first.</param>
/// <param name="Versions">Of the outline, oldest first.</param>
public sealed record SectionReport(
    DateTimeOffset? AsOf, long? Learners, bool Suppressed, SectionFigures Section, SectionLimits Limits, SectionBand? Band,
    IReadOnlyList<TimeSpanCount> Spans, IReadOnlyList<ReturnFigures> Returns, IReadOnlyList<NextPlace> Next, IReadOnlyList<VersionFigures> Versions);

/// <summary>What a section asks for. Seconds; expected is null where the outline does not say.</summary>
public sealed record SectionLimits(double? ExpectedSeconds, double FloorSeconds);

/// <summary>Quartiles of the time that may have been, open-ended visits counted to the cut-off; and the share of all that time whose end nobody saw, null where there is none.</summary>
public sealed record SectionBand(double Q25High, double MedianHigh, double Q75High, double? UnsureShare);

/// <summary>Learners who were there from so many seconds up to, and without, so many.</summary>
public sealed record TimeSpanCount(double FromSeconds, double UntilSeconds, long Learners);

/// <summary>Those who visited the section once, or those who came back. Null figures are held back, as both are where either group is small.</summary>
public sealed record ReturnFigures(bool CameBack, bool Suppressed, long? Learners, long? Engaged, long? Deferred, long? Rushed, long? Unknown, double? Median);

/// <summary>Where learners went after their first visit.</summary>
/// <param name="Place">section; elsewhere: sections with fewer than five each, together; nowhere: no other section after it.</param>
/// <param name="Section">Empty where it is no section.</param>
/// <param name="Title">Empty where it is no section; the id, where the outline in force has none of that id.</param>
/// <param name="Learners">Who went there.</param>
/// <param name="Share">Of those who opened the section, 0 to 1.</param>
public sealed record NextPlace(string Place, string Section, string Title, long Learners, double Share);

/// <summary>Of the learners measured by one version of the outline. Null figures are held back, as all versions' are where one has a small group.</summary>
public sealed record VersionFigures(
    string Version, DateTimeOffset ValidFrom, bool Suppressed, long? Reached, long? Opened, long? Skipped, long? Known, double? SkipRate, double? Median);
