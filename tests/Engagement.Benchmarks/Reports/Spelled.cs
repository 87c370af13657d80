using System.Globalization;

namespace Engagement.Benchmarks.Reports;

/// <summary>Numbers as reports have them.</summary>
internal static class Spelled
{
    public static string Count(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds.ToString(seconds < 10 ? "0.00" : "N1", CultureInfo.InvariantCulture);

    public static string Milliseconds(double seconds) => (seconds * 1e3).ToString(seconds < 0.01 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    public static string Microseconds(double seconds) => (seconds * 1e6).ToString("0.00", CultureInfo.InvariantCulture);

    public static string Megabytes(double bytes) => (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);

    public static string Bytes(double bytes) => bytes.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Factor(double factor) => factor.ToString("0.00", CultureInfo.InvariantCulture);
}
