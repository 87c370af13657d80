using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Engagement.Web.Answers;

/// <summary>
/// Gives <see cref="Rows{T}"/> as CSV where the caller prefers that: a header, then the items, columns as the JSON names them; lists are joined by "; ". What
/// a spreadsheet would take for a formula gets an apostrophe before it.
/// </summary>
internal sealed class CsvAnswer(IOptions<JsonOptions> json) : IEndpointFilter
{
    private static readonly MediaTypeHeaderValue Csv = new("text/csv"), Json = new("application/json");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        context.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (!Prefers(context.HttpContext.Request)) return result;
        while (result is INestedHttpResult nested) result = nested.Result;
        context.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        return result is IValueHttpResult { Value: { } value } && value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Rows<>)
            ? TypedResults.Text(Write((IEnumerable)type.GetProperty(nameof(Rows<>.Items))!.GetValue(value)!, type.GetGenericArguments()[0]), "text/csv; header=present", Encoding.UTF8)
            : result;
    }

    private static bool Prefers(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(accept => accept.Quality ?? 1).ToList();
        var csv = accepted.FindIndex(accept => Csv.IsSubsetOf(accept) && accept.SubType != "*");
        var plain = accepted.FindIndex(accept => Json.IsSubsetOf(accept));
        return csv >= 0 && (plain < 0 || csv < plain);
    }

    private string Write(IEnumerable items, Type type)
    {
        var columns = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape, InjectionEscapeCharacter = '\'' });
        foreach (var column in columns) csv.WriteField(JsonNamingPolicy.SnakeCaseLower.ConvertName(column.Name));
        csv.NextRecord();
        foreach (var item in items)
        {
            foreach (var column in columns) csv.WriteField(Text(column.GetValue(item)));
            csv.NextRecord();
        }
        csv.Flush();
        return text.ToString();
    }

    // As in the JSON, so that the two say the same.
    private string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IEnumerable many => string.Join("; ", many.Cast<object?>().Select(Text)),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), json.Value.SerializerOptions) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : JsonSerializer.Serialize(value, value.GetType(), json.Value.SerializerOptions),
    };
}
