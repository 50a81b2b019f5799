using System.Globalization;
using System.Net.Mail;
using ServiceTray.Languages;
using ServiceTray.Offerings.Persons;

namespace ServiceTray.Publishing.Persons;

/// <summary>What was typed of a person who may be reached.</summary>
internal sealed record PersonForm(string Name, string Phone, string Email, string LastDay, bool Permitted)
{
    public static PersonForm Of(PersonShown? person) => person is null
        ? new("", "", "", "", false)
        : new(person.Words.Name, person.Words.Phone ?? "", person.Words.Email ?? "", person.LastDay.ToString("O", CultureInfo.InvariantCulture), false);

    /// <summary>Her words and last day, and all that is wrong.</summary>
    public (PersonWords Words, DateOnly LastDay, IReadOnlyList<DraftProblem> Problems) Read(DateOnly today)
    {
        var hasDay = DateOnly.TryParseExact(LastDay, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return (new PersonWords(Name.Trim(), TypedText.OrNull(Phone), TypedText.OrNull(Email)), day, [.. Problems(hasDay && day >= today && day <= today.AddDays(PersonContact.LongestDays))]);
    }

    private static bool IsLine(string written) => written.Trim().Length <= DraftCheck.LongestLine && ReadableText.Is(written) && !written.Any(char.IsControl);

    private IEnumerable<DraftProblem> Problems(bool isDay)
    {
        if (Name.Trim().Length == 0 || !IsLine(Name))
        {
            yield return new("personName", Name.Trim().Length == 0 ? DraftFault.Missing : DraftFault.Wrong);
        }

        if (TypedText.OrNull(Phone) is null && TypedText.OrNull(Email) is null)
        {
            yield return new("personPhone", DraftFault.Missing);
        }

        if (TypedText.OrNull(Phone) is { } phone && (!IsLine(phone) || !phone.Any(char.IsAsciiDigit)))
        {
            yield return new("personPhone", DraftFault.Wrong);
        }

        if (TypedText.OrNull(Email) is { } email && !(IsLine(email) && MailAddress.TryCreate(email, out var read) && read.Address == email))
        {
            yield return new("personEmail", DraftFault.Wrong);
        }

        if (!isDay)
        {
            yield return new("personLastDay", LastDay.Length == 0 ? DraftFault.Missing : DraftFault.Wrong);
        }

        if (!Permitted)
        {
            yield return new("personPermitted", DraftFault.Missing);
        }
    }
}
