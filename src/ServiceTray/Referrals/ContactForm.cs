using System.Net.Mail;

namespace ServiceTray.Referrals;

/// <summary>Whether a contact can be what its channel needs: digits to call, an address to write to.</summary>
internal static class ContactForm
{
    private const int FewestDigits = 5;
    private const int MostDigits = 15;

    public static bool Fits(ContactChannel channel, string contact) => channel switch
    {
        ContactChannel.Phone or ContactChannel.TextMessage => contact.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits
            && contact.Trim().All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '+' or '-' or '(' or ')'),
        ContactChannel.Email => !contact.Any(char.IsControl) && MailAddress.TryCreate(contact.Trim(), out var address) && address.Address == contact.Trim(),
        _ => true,
    };
}
