using System.Net.Http.Headers;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>The one place where a test gets leave to ask a running product.</summary>
internal static class SignedIn
{
    /// <param name="data">Data folder of the running program.</param>
    /// <param name="url">Where it answers.</param>
    /// <returns>A client with an API key that may see everything.</returns>
    public static async Task<HttpClient> WithKeyAsync(string data, string url)
    {
        var (code, key, errors) = await EngagementProcess.RunAsync(
            "key", "add", "test", "--role", "facilitator", "--role", "designer", "--role", "operator", "--course", "*", "--cohort", "*", "--data", data);
        Assert.True(code == 0, errors);
        return new HttpClient { BaseAddress = new Uri(url), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key.Trim()) } };
    }

    /// <summary>Waits until a program offers its first account.</summary>
    /// <returns>The code of the link.</returns>
    public static async Task<string> StartCodeAsync(EngagementProcess program)
    {
        const string mark = "/start?code=";
        await Engines.Until.TrueAsync(() => program.HasEnded || program.Written.Contains(mark, StringComparison.Ordinal), "it prints a link to start with", 120);
        var rest = program.Written[(program.Written.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..];
        return new string([.. rest.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
    }
}
