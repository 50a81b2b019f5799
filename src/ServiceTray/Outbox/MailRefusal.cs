using System.Text.RegularExpressions;

namespace ServiceTray.Outbox;

/// <summary>Whether a mail server that refuses a recipient says that nobody gets mail there, and not that it will not take this mail, or not now (RFC 5321 4.2, RFC 3463).</summary>
internal static partial class MailRefusal
{
    // 550, 551 and 553 speak of the mailbox, 556 of a domain that takes no mail; without a code of the newer kind no more is known.
    private static readonly int[] OfMailbox = [550, 551, 553, 556];

    public static bool IsOfAddress(int reply, string text) => reply is >= 500 and < 600 && (Status().Match(text) is { Success: true } told ? IsOfAddress(told.Groups["status"].Value) : OfMailbox.Contains(reply));

    // 1 is the address, but its 7, 8 and 9 the sender's; 2.1 is a mailbox that is closed. All else may be mended without another address: full, too long, refused by a rule.
    private static bool IsOfAddress(string status) => status is "5.2.1" || (status.StartsWith("5.1.", StringComparison.Ordinal) && status is not ("5.1.7" or "5.1.8" or "5.1.9"));

    [GeneratedRegex(@"^\s*(?<status>[245]\.\d{1,3}\.\d{1,3})\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status();
}
