using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Engagement.Engines.Tests.Web;

/// <summary>A provider of identities that holds the code flow to its rules: each code once, with the right secret, address and PKCE verifier.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, (string Challenge, string Redirect)> _codes = [];

    private FakeProvider(WebApplication app) => _app = app;

    public const string Ann = """{"preferred_username":"ann"}""";

    /// <summary>JSON that it says of whoever signs in.</summary>
    public string User { get; set; } = Ann;

    /// <summary>Tokens given for codes.</summary>
    public int Tokens { get; private set; }

    public string[] Settings =>
    [
        "Web:OAuth:ClientId=engagement", "Web:OAuth:ClientSecret=s3cret", $"Web:OAuth:AuthorizationEndpoint={_app.Urls.Single()}/authorize",
        $"Web:OAuth:TokenEndpoint={_app.Urls.Single()}/token", $"Web:OAuth:UserInformationEndpoint={_app.Urls.Single()}/user",
    ];

    public static async Task<FakeProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new FakeProvider(app);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.TokenAsync);
        app.MapGet("/user", (HttpRequest request) => request.Headers.Authorization == "Bearer token" ? Results.Text(provider.User, "application/json") : Results.Unauthorized());
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["response_type"] != "code" || query["client_id"] != "engagement" || query["code_challenge_method"] != "S256") return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (query["code_challenge"].ToString(), query["redirect_uri"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_secret"] != "s3cret" || !_codes.Remove(form["code"].ToString(), out var given) || given != (verifier, form["redirect_uri"].ToString()))
            return Results.BadRequest();
        Tokens++;
        return Results.Json(new { access_token = "token", token_type = "Bearer" });
    }
}
