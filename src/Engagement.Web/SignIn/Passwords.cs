using System.Threading.RateLimiting;
using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary>
/// The framework's hasher, in turns: a hash is a tenth of a second of a processor, so that half of the processors hash at most, a few
/// wait, and whoever comes then is told to come again. So no number of sign-ins takes the pages' time. Thread-safe.
/// </summary>
internal sealed class Passwords : IDisposable
{
    private const int Shortest = 12, Longest = 256, FewestDifferent = 5, MostWaiting = 16;

    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly ConcurrencyLimiter _turns = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = MostWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
    private readonly string _nobodys;

    public Passwords() => _nobodys = _hasher.HashPassword("", Secret.New());

    public enum Verdict { Wrong, Right, RightButOldHash, Busy }

    /// <summary>What is wrong with a new one, if anything.</summary>
    public static string? Fault(string userName, string? password) =>
        password is null || password.Length is < Shortest or > Longest ? $"A password has {Shortest} to {Longest} characters."
        : password.Distinct().Count() < FewestDifferent || password.Contains(userName, StringComparison.OrdinalIgnoreCase)
            ? "This password is easily guessed: it has few different characters, or the user name in it."
            : null;

    /// <summary>Takes the same time whether there is such an account or not.</summary>
    /// <param name="find">Finds the account, when it is its turn; none, and one without a password, have no right one.</param>
    /// <param name="password">As typed.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<(Verdict Verdict, Account? Account)> CheckAsync(Func<Task<Account?>> find, string password, CancellationToken cancel)
    {
        using var turn = await _turns.AcquireAsync(1, cancel);
        if (!turn.IsAcquired) return (Verdict.Busy, null);
        var account = await find();
        var hash = account is { PasswordHash.Length: > 0, IsDisabled: false } ? account.PasswordHash : _nobodys;
        return _hasher.VerifyHashedPassword("", hash, password) switch
        {
            PasswordVerificationResult.Success => (Verdict.Right, account),
            PasswordVerificationResult.SuccessRehashNeeded => (Verdict.RightButOldHash, account),
            _ => (Verdict.Wrong, null),
        };
    }

    /// <returns>Null: too many are waiting.</returns>
    public async Task<string?> HashAsync(string password, CancellationToken cancel)
    {
        using var turn = await _turns.AcquireAsync(1, cancel);
        return turn.IsAcquired ? _hasher.HashPassword("", password) : null;
    }

    public void Dispose() => _turns.Dispose();
}
