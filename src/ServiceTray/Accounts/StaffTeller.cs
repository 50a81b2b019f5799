using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Outbox;

namespace ServiceTray.Accounts;

/// <summary>Writes to those who have a role that a page of theirs waits to be looked at, each in her language; what it is about stands on the page.</summary>
internal sealed class StaffTeller(MailPoster poster, MailSettings settings)
{
    /// <summary>Adds the mails to what the context saves; where nobody at the place has mail, the installation's administrators are told.</summary>
    public async Task AddAsync(TrayContext context, Grant whom, string path, Func<Language, Wording> texts, string key, CancellationToken cancellationToken)
    {
        if (!settings.IsOn)
        {
            return;
        }

        var mails = await StaffMail.OfAsync(context, whom.Role, whom.Organisation, whom.County, cancellationToken);
        if (mails.Count == 0 && whom.Role != Role.Administrator)
        {
            mails = await StaffMail.OfAsync(context, Role.Administrator, null, null, cancellationToken);
        }

        foreach (var mail in mails)
        {
            poster.Add(
                context, mail.Address, EveryLanguage.Say(mail.Language, " / ", language => texts(language)[$"{key}.Subject"]),
                EveryLanguage.Say(mail.Language, "\n\n", language => texts(language)[key, $"{settings.Address}{path}?lang={language.Tag()}"]));
        }
    }
}
