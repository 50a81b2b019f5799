using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServiceTray.Referrals;

/// <summary>One reading or writing of a referral: by whom, as what, why; it seals the one before it, so that none can be altered or taken out unseen.</summary>
internal sealed class AuditEntry
{
    /// <summary>What the first entry seals.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    public long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The referral by its name in the log; it leads to a person only as long as the referral is kept.</summary>
    public required Guid Subject { get; init; }

    /// <summary>A pseudonymous account; null: the client by her code, or the clock.</summary>
    public Guid? Account { get; init; }

    public Guid? Unit { get; init; }

    /// <summary>In what capacity, as a public word.</summary>
    public required string Role { get; init; }

    /// <summary>READ, CODE_READ, CONSENT or the move, as a public word.</summary>
    public required string Act { get; init; }

    public required string Before { get; init; }

    public required string Hash { get; init; }

    /// <summary>The entry that follows the last one.</summary>
    public static AuditEntry After(AuditEntry? last, DateTimeOffset at, Guid subject, ReferralActor actor, string act)
    {
        var role = Languages.PublicWords.Of(actor.Role);
        var told = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        var seq = (last?.Seq ?? 0) + 1;
        var before = last?.Hash ?? Beginning;
        return new AuditEntry
        {
            Seq = seq,
            At = told,
            Subject = subject,
            Account = actor.Account,
            Unit = actor.Unit,
            Role = role,
            Act = act,
            Before = before,
            Hash = HashOf(seq, told, subject, actor.Account, actor.Unit, role, act, before),
        };
    }

    /// <summary>Whether this is untouched and follows that one.</summary>
    public bool Follows(AuditEntry? last) => Follows(last?.Seq ?? 0, last?.Hash ?? Beginning);

    /// <summary>Whether this is untouched and follows the one of that number and hash.</summary>
    public bool Follows(long seq, string hash) =>
        Seq == seq + 1 && Before == hash && Hash == HashOf(Seq, At, Subject, Account, Unit, Role, Act, Before);

    private static string HashOf(long seq, DateTimeOffset at, Guid subject, Guid? account, Guid? unit, string role, string act, string before) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{seq}\n{at.ToUnixTimeMilliseconds()}\n{subject}\n{account}\n{unit}\n{role}\n{act}\n{before}"))));
}
