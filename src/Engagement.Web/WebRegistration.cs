using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Alerts;
using Engagement.Alerts.Changing;
using Engagement.Metrics.Explanations;
using Engagement.Web.Alerts;
using Engagement.Web.Answers;
using Engagement.Web.Figures;
using Engagement.Web.Features;
using Engagement.Web.Learners;
using Engagement.Web.Operations;
using Engagement.Web.Outcomes;
using Engagement.Web.Reports;
using Engagement.Web.Serving;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Engagement.Web;

/// <summary>The JSON API and the pages, as the program hosts them. The program registers <c>ClickHouseClient</c> and <c>Identities</c>, and says where cookie keys lie.</summary>
public static class WebRegistration
{
    private const int LargestBody = 64 * 1024;

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(WebOptions.Section);
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsCheck>();
        services.AddOptions<WebOptions>().Bind(section).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSignIn(section.Get<WebOptions>()?.OAuth ?? new());
        services.AddSingleton<PageReader>().AddSingleton<PageClock>().AddSingleton<CourseQueries>().AddSingleton<ReportQueries>().AddSingleton<SectionReportQueries>().AddSingleton<OperationQueries>();
        services.AddSingleton<LearnerNames>().AddSingleton<AlertQueries>().AddSingleton<LearnerQueries>().AddSingleton<OutcomeQueries>().AddSingleton<AlertChanges>();
        services.TryAddSingleton<AlertActions>();
        services.AddSingleton<LearnerHistory>().AddCourseClock(configuration);
        services.AddViewerLimits();
        services.AddOpenApi("engagement", ApiDocument.Describe);
        services.AddSingleton<BuiltPages>();
        services.AddHealthChecks().AddCheck<ClickHouseHealth>("clickhouse", tags: ["ready"]);
        services.AddExceptionHandler<OutageHandler>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Refusals.Explain);
        services.AddResponseCompression(o => o.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append("image/svg+xml"));
        services.Configure<KestrelServerOptions>(o => o.AddServerHeader = false);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            o.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        return services;
    }

    /// <summary>Adds the API under <c>/api</c> and the pages under everything else. Whatever is under <c>/api</c> wants somebody signed in, unless it says otherwise.</summary>
    public static WebApplication MapEngagement(this WebApplication app)
    {
        app.UseMiddleware<ProxyHeader>();
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();

        var api = app.MapGroup("/api")
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(Schemes.Any).RequireAuthenticatedUser())
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        SignInRoutes.Map(api.MapGroup("").AddEndpointFilter(Refusals.KeepNothing));
        Beginning.Map(api.MapGroup("").AddEndpointFilter(Refusals.KeepNothing).RequireRateLimiting(ViewerLimits.Policy));
        var figures = api.MapGroup("").AddEndpointFilter<ConditionalGet>().AddEndpointFilter<CsvAnswer>().RequireRateLimiting(ViewerLimits.Policy);
        CourseList.Map(figures);
        CourseSections.Map(figures);
        ReportRoutes.Map(figures);
        AlertRoutes.Map(figures);
        LearnerRoutes.Map(figures);
        OutcomeRoutes.Map(figures);
        OperationRoutes.Map(figures);
        Health.Map(figures);
        api.MapOpenApi("/{documentName}.json");
        api.Map("/{**rest}", () => TypedResults.NotFound());

        if (app.Services.GetRequiredService<IOptions<WebOptions>>().Value.OAuth.IsSet) ProviderSignIn.Map(app);
        app.Services.GetRequiredService<BuiltPages>().Map(app);
        return app;
    }
}
