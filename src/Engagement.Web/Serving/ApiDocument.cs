using Engagement.Web.SignIn;
using Microsoft.AspNetCore.OpenApi;

namespace Engagement.Web.Serving;

/// <summary>What the OpenAPI document at <c>/api/engagement.json</c> says beside the routes.</summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Engagement";
            document.Info.Version = "1";
            document.Info.Description = "How long people really spend on each section of a course, who skips what, and whom to write to. Lists are given as CSV too, where Accept prefers text/csv. "
                + "Errors are problem details (RFC 9457). Answers carry an ETag; ask with If-None-Match.";
            document.Servers?.Clear(); // the address of whoever asked says nothing to others
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RolesOfRoute>().LastOrDefault() is { } route)
                operation.Description = "For: " + route.Roles.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal) + ".";
            return Task.CompletedTask;
        });
    }
}
