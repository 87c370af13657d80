using Engagement.Benchmarks.Reports;

namespace Engagement.Benchmarks.Pages;

/// <summary>How long a page takes, in seconds from the navigation.</summary>
/// <param name="Reader">designer or facilitator.</param>
/// <param name="Name">The page.</param>
/// <param name="Usable">Until its heading and first part are there, of each opening.</param>
/// <param name="Whole">Until all of it is.</param>
internal sealed record PageTimes(string Reader, string Name, IReadOnlyList<double> Usable, IReadOnlyList<double> Whole)
{
    public double UsableP95 => Percentile.Of(0.95, Usable);
}

/// <summary>All pages on the same data.</summary>
/// <param name="Data">What it is.</param>
/// <param name="Bound">Seconds in which a reader's first page shall be usable.</param>
internal sealed record PagesOn(string Data, double Bound, IReadOnlyList<PageTimes> Pages);
