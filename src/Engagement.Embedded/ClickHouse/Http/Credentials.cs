using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Engagement.Embedded.ClickHouse.Native;
using Microsoft.AspNetCore.Http;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>User and password of a request: from the X-ClickHouse headers, basic authentication or the URL.</summary>
internal static class Credentials
{
    /// <param name="http">The request.</param>
    /// <param name="password">Of user <c>default</c>; empty: everyone is let in.</param>
    /// <exception cref="ChdbException">Not let in.</exception>
    public static void Check(HttpRequest http, string password)
    {
        if (password.Length == 0) return;
        var (user, given) = Read(http);
        if (user == "default" && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(password))) return;
        throw new ChdbException(ErrorCode.AuthenticationFailed,
            $"{user}: Authentication failed: password is incorrect, or there is no user with such name.");
    }

    private static (string User, string Password) Read(HttpRequest http)
    {
        if (http.Headers.TryGetValue("X-ClickHouse-User", out var user) || http.Headers.ContainsKey("X-ClickHouse-Key"))
            return (user.Count > 0 ? user.ToString() : "default", http.Headers["X-ClickHouse-Key"].ToString());
        if (AuthenticationHeaderValue.TryParse(http.Headers.Authorization, out var basic) && basic is { Scheme: "Basic", Parameter: { } encoded })
        {
            var bytes = new byte[encoded.Length];
            if (Convert.TryFromBase64String(encoded, bytes, out var length)
                && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var name, var secret]) return (name, secret);
        }
        return (http.Query["user"] is [{ Length: > 0 } named] ? named : "default", http.Query["password"].ToString());
    }
}
