namespace Engagement.Web.Accounts;

/// <summary>A key as its owner holds it: <c>engk_</c>, its id, <c>_</c> and its secret. The beginning lets a scanner of leaked secrets know it.</summary>
/// <param name="Id">Of the key.</param>
/// <param name="Secret">As <see cref="Accounts.Secret.New"/> made it.</param>
internal sealed record ApiKeyText(Guid Id, string Secret)
{
    private const string Mark = "engk_";
    private const int IdLength = 32;

    public override string ToString() => $"{Mark}{Id:N}_{Secret}";

    /// <returns>Null: it is no key.</returns>
    public static ApiKeyText? Parse(string text) =>
        text.StartsWith(Mark, StringComparison.Ordinal) && text.Length > Mark.Length + IdLength + 1 && text[Mark.Length + IdLength] == '_'
        && Guid.TryParseExact(text.AsSpan(Mark.Length, IdLength), "N", out var id)
            ? new(id, text[(Mark.Length + IdLength + 1)..])
            : null;
}
