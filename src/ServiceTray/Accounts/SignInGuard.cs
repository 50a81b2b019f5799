using System.Net;
using ServiceTray.Codes;

namespace ServiceTray.Accounts;

/// <summary>
/// Bounds how often a password is guessed at, without handing whoever knows a name the means to shut its owner out: a device that has
/// been let in before is counted by itself, others by the network that they come from, and by the account in all. A browser that is
/// known to one account is a stranger to every other: an account of one's own buys no guesses at another's.
/// </summary>
internal sealed class SignInGuard(AccountSettings settings, TimeProvider clock)
{
    /// <summary>Wrong passwords that one device, or one network at one account, has at once.</summary>
    public const int MostTries = 5;

    /// <summary>When one of them comes back.</summary>
    public static readonly TimeSpan OneBackAfter = TimeSpan.FromMinutes(3);

    /// <summary>Wrong ones in a row from devices that the account does not know, after which each network has one a day (NIST SP 800-63B, 3.2.2).</summary>
    public const int MostInARow = 100;

    /// <summary>Wrong ones a day from such devices in all.</summary>
    public const int MostInADay = 1000;

    private readonly TryBucket near = new(MostTries, OneBackAfter, clock);
    private readonly TryBucket networks = new(settings.TriesAtOnce, TimeSpan.FromMinutes(1) / settings.TriesAMinute, clock);
    private readonly TryBucket slow = new(1, TimeSpan.FromDays(1), clock);
    private readonly TryBucket all = new(MostInADay, TimeSpan.FromDays(1) / MostInADay, clock);

    /// <summary>Takes a try at whatever the name leads to; null: there is none left, also for the right password.</summary>
    public SignInTry? Take(string account, int failedInARow, Guid? device, IPAddress? from)
    {
        var network = CallerNetwork.Of(from);
        List<(TryBucket Bucket, string Key)> wanted = device is { } known
            ? [(near, $"{account}/{known}")]
            : [(near, $"{account}/{network}"), (networks, $"{network}"), .. failedInARow < MostInARow ? Array.Empty<(TryBucket, string)>() : [(slow, $"{account}/{CallerNetwork.WideOf(network)}")], (all, account)];
        var taken = wanted.TakeWhile(row => row.Bucket.Take(row.Key)).ToList();
        var tried = new SignInTry(taken);
        if (taken.Count == wanted.Count)
        {
            return tried;
        }

        tried.WasRight();
        return null;
    }

    /// <summary>Takes a try of somebody who sits at an open browser.</summary>
    public SignInTry? TakeOwn(Guid account) => near.Take($"own/{account}") ? new SignInTry([(near, $"own/{account}")]) : null;
}

/// <summary>A try that counts as wrong until it is said to be right.</summary>
internal sealed class SignInTry(IReadOnlyList<(TryBucket Bucket, string Key)> taken)
{
    public void WasRight()
    {
        foreach (var (bucket, key) in taken)
        {
            bucket.GiveBack(key);
        }
    }
}
