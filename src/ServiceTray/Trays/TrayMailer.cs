using System.Net;
using ServiceTray.Calendar;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Outbox;

namespace ServiceTray.Trays;

/// <summary>Sends the link of a tray by mail, in neutral words: nothing of what was picked or written is in it.</summary>
internal sealed class TrayMailer(TrayKeeper keeper, MailPoster poster, MailGuard guard, MailSettings settings)
{
    /// <summary>Whether this tray sends mail at all.</summary>
    public bool IsOn => settings.IsOn;

    /// <summary>Takes it in to be sent; what is wrong, or null.</summary>
    /// <exception cref="TooManyTriesException">Too many wrong codes or mails came from there, or too many mails went to her.</exception>
    public async Task<TrayError?> SendAsync(string code, string? to, Language language, IPAddress? from, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return TrayError.MailOff;
        }

        if (await keeper.ReadAsync(code, from, cancellationToken) is not { } tray)
        {
            return TrayError.CodeUnknown;
        }

        if (!MailAddresses.Fits(to))
        {
            return TrayError.AddressWrong;
        }

        guard.LetSend(to!, from);
        var words = Texts.In(language);
        var link = $"{settings.Address}{TrayAddresses.Of(tray.Code)}?lang={language.Tag()}";
        await poster.PostAsync(to!, words["Mail.Subject"], words["Mail.Letter", link, words.Date(HelsinkiTime.Day(tray.ExpiresAt))], cancellationToken);
        return null;
    }
}
