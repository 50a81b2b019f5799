using System.Net.Mail;

namespace ServiceTray.Outbox;

/// <summary>Whether words are one address to write to, and nothing besides.</summary>
internal static class MailAddresses
{
    private const int Longest = 254;

    public static bool Fits(string? written) =>
        written?.Trim() is { Length: > 0 and <= Longest } told
        && !told.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is ',' or ';' or '<' or '>' or '"')
        && MailAddress.TryCreate(told, out var address)
        && address.Address == told
        && address.Host.Contains('.', StringComparison.Ordinal);
}
