using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Import.Ptv;

/// <summary>Phone numbers that can be called, each once.</summary>
internal static class PtvPhones
{
    /// <summary>The numbers with what each is for: what is told with it, else what it belongs to.</summary>
    public static IEnumerable<Contact> Read(IEnumerable<PtvPhone> phones, LocalizedText of, LocalizedText hours) =>
        phones
            .Where(phone => phone.Type is null or "Phone")
            .Select(phone => (Number: NumberOf(phone), Phone: phone))
            .Where(told => told.Number is not null)
            .GroupBy(told => told.Number!)
            .Select(same => new Contact(ContactKind.Phone, same.Key, Label(same.Select(told => told.Phone), of), hours));

    /// <summary>As dialled: with the country's prefix, or a Finnish service number as it is.</summary>
    public static string? NumberOf(PtvPhone phone)
    {
        var number = phone.Number?.Trim();
        if (string.IsNullOrEmpty(number) || !number.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var prefix = phone.PrefixNumber?.Trim();
        return string.IsNullOrEmpty(prefix) || phone.IsFinnishServiceNumber == true || number.StartsWith('+')
            ? number
            : $"{prefix} {(prefix == "+358" ? number.TrimStart('0') : number)}";
    }

    private static LocalizedText Label(IEnumerable<PtvPhone> phones, LocalizedText of)
    {
        var told = phones.ToList();
        var label = PtvTexts.First(told.Select(phone => new PtvText(phone.AdditionalInformation, phone.Language, null)));
        var charge = PtvTexts.First(told.Select(phone => new PtvText(phone.ChargeDescription, phone.Language, null)));
        return PtvTexts.Joined("; ", (label.IsEmpty ? of : label).Concat(charge).Select(text => new PtvText(text.Value, text.Language, null)));
    }
}
