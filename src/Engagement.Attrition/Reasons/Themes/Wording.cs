using System.Globalization;

namespace Engagement.Attrition.Reasons.Themes;

/// <summary>Figures as a sentence has them.</summary>
internal static class Wording
{
    /// <summary>A whole number.</summary>
    public static string Number(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>With a decimal where it is not whole.</summary>
    public static string Fine(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A number of things, each of which takes an s where they are several.</summary>
    public static string Count(double number, string what) => number == 1 ? $"1 {what}" : $"{Number(number)} {what}s";

    public static string Days(double days) => Count(days, "day");

    /// <summary>How often something comes.</summary>
    public static string Every(double days) => days <= 1 ? "every day" : $"every {Days(days)}";

    public static string Percent(double share) => $"{Number(share * 100)} %";
}
