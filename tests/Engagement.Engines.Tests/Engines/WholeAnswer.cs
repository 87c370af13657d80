using Engagement.ClickHouse;

namespace Engagement.Engines.Tests.Engines;

internal static class WholeAnswer
{
    /// <summary>The answer to a query in one of ClickHouse's formats, read to its end.</summary>
    public static async Task<byte[]> BytesAsync(this ClickHouseClient client, string sql, string format, params (string Name, object? Value)[] parameters)
    {
        await using var answer = await client.StreamAsync(sql, format, parameters);
        var bytes = new MemoryStream();
        await answer.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <inheritdoc cref="BytesAsync"/>
    public static async Task<string> TextAsync(this ClickHouseClient client, string sql, string format, params (string Name, object? Value)[] parameters) =>
        System.Text.Encoding.UTF8.GetString(await client.BytesAsync(sql, format, parameters));
}
