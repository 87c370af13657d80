namespace Engagement.Attrition.Evaluation;

/// <summary>Whether probabilities are what they say: of those given 30 %, three in ten. Each figure is NaN where there are no rows.</summary>
/// <param name="Brier">Mean squared distance between probability and what happened (1 or 0).</param>
/// <param name="LogLoss">Mean of -ln of the probability given to what happened. Probabilities count as within 1e-9 of 0 and 1 at most.</param>
/// <param name="Ece">Expected calibration error: how far mean probability and share of events lie apart, bin by bin, mean by rows.</param>
/// <param name="Line">Intercept 0 and slope 1 are right; a slope below 1 says that probabilities are too extreme.</param>
/// <param name="Bins">Ten, equally wide: 0 to 0.1, … The upper end of each belongs to the next, 1 to the last.</param>
public sealed record Reliability(double Brier, double LogLoss, double Ece, CalibrationLine Line, IReadOnlyList<ReliabilityBin> Bins)
{
    private const int BinCount = 10;

    /// <exception cref="ArgumentException">A score is no probability.</exception>
    public static Reliability Of(ScoredWeeks weeks)
    {
        if (!weeks.HasProbabilities) throw new ArgumentException("Scores are no probabilities: one is not within 0 and 1", nameof(weeks));
        var (brier, loss) = (0.0, 0.0);
        var (count, sum, events) = (new int[BinCount], new double[BinCount], new int[BinCount]);
        for (var row = 0; row < weeks.Rows; row++)
        {
            var (score, happened) = (weeks.Score[row], weeks.Event[row]);
            brier += Math.Pow(score - (happened ? 1 : 0), 2);
            loss -= Math.Log(CalibrationLine.Within(happened ? score : 1 - score));
            var bin = Math.Min((int)(score * BinCount), BinCount - 1);
            count[bin]++;
            sum[bin] += score;
            if (happened) events[bin]++;
        }
        ReliabilityBin[] bins = [.. Enumerable.Range(0, BinCount).Select(bin => new ReliabilityBin(
            (double)bin / BinCount, (bin + 1.0) / BinCount, count[bin], sum[bin] / count[bin], (double)events[bin] / count[bin]))];
        var ece = bins.Where(bin => bin.Rows > 0).Sum(bin => bin.Rows * Math.Abs(bin.MeanScore - bin.EventRate)) / weeks.Rows;
        return new Reliability(brier / weeks.Rows, loss / weeks.Rows, ece, CalibrationLine.Fit(weeks), bins);
    }
}

/// <summary>Person-weeks whose probability lies between two bounds.</summary>
/// <param name="Low">Included.</param>
/// <param name="High">Excluded, but for 1.</param>
/// <param name="Rows">How many.</param>
/// <param name="MeanScore">Their mean probability; NaN where there are none.</param>
/// <param name="EventRate">The share to whom it happened; NaN where there are none.</param>
public readonly record struct ReliabilityBin(double Low, double High, int Rows, double MeanScore, double EventRate);
