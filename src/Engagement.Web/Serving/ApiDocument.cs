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
            document.Tags?.Clear(); // the program's name alone
            return Task.CompletedTask;
        });
        // Routes name what they answer alike; in the document each is another schema.
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name && type.Type is { IsNested: true, DeclaringType: { } route }
            ? route.Name.Replace("Routes", "", StringComparison.Ordinal) + name
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        // Every field is in every answer, be it null. Of what is sent to us a field may be left out.
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.ParameterDescription is null && schema.Properties is { Count: > 0 } fields) schema.Required = fields.Keys.ToHashSet();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Tags = null;
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RolesOfRoute>().LastOrDefault() is { } route)
                operation.Description = "For: " + route.Roles.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal) + ".";
            return Task.CompletedTask;
        });
    }
}
