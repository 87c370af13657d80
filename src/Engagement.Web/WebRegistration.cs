using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Web.Figures;
using Engagement.Web.Features;
using Engagement.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web;

/// <summary>The JSON API and the pages, as the program hosts them. The program registers <c>ClickHouseClient</c>.</summary>
public static class WebRegistration
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section));
        services.AddSingleton<CourseQueries>();
        services.AddSingleton<BuiltPages>();
        services.AddHealthChecks().AddCheck<ClickHouseHealth>("clickhouse", tags: ["ready"]);
        services.AddExceptionHandler<OutageHandler>();
        services.AddProblemDetails();
        services.AddResponseCompression(o => o.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append("image/svg+xml"));
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            o.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        });
        return services;
    }

    /// <summary>Adds the API under <c>/api</c> and the pages under everything else.</summary>
    public static WebApplication MapEngagement(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages();

        var api = app.MapGroup("/api").AddEndpointFilter<ConditionalGet>();
        CourseList.Map(api);
        CourseSections.Map(api);
        Health.Map(api);
        api.Map("/{**rest}", () => TypedResults.NotFound());

        app.Services.GetRequiredService<BuiltPages>().Map(app);
        return app;
    }
}
