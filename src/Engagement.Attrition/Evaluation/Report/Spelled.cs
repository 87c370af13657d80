using System.Globalization;

namespace Engagement.Attrition.Evaluation.Report;

/// <summary>Numbers as the report has them.</summary>
internal static class Spelled
{
    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Coarse(double figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Plain(double figure) => figure.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Fine(double figure) => figure.ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Signed(double difference) => difference.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);

    public static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
