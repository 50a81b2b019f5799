namespace ServiceTray.Import.Ptv.V12;

/// <summary>Turns texts by language into the lists that the versions before tell.</summary>
internal static class V12Texts
{
    /// <summary>One text each language.</summary>
    public static IEnumerable<PtvText> Of(IReadOnlyDictionary<string, string?>? words, string? type = null) =>
        words?.Select(told => new PtvText(told.Value, told.Key, type)) ?? [];

    /// <summary>One text of each language version; in Markdown, as the long ones are.</summary>
    public static IEnumerable<PtvText> Of<T>(IReadOnlyDictionary<string, T?>? versions, string type, Func<T, string?> text)
        where T : class => Versions(versions).Select(told => new PtvText(V12Markdown.Plain(text(told.Value)), told.Key, type));

    /// <summary>All of a list in each language version.</summary>
    public static IReadOnlyList<TOut> Each<T, TIn, TOut>(IReadOnlyDictionary<string, T?>? versions, Func<T, IReadOnlyList<TIn?>?> list, Func<TIn, string, TOut> read)
        where T : class
        where TIn : class => [.. Versions(versions).SelectMany(told => list(told.Value).Told().Select(item => read(item, told.Key)))];

    /// <summary>A phone as the versions before tell it; a Finnish number stands as it is dialled.</summary>
    public static PtvPhone Phone(V12Phone phone, string language) => new(
        phone.Type is "Fax" or "Sms" ? phone.Type : "Phone", phone.DialCode, phone.Number, phone.DialCode is null, phone.AdditionalInformation, phone.ChargeDescription, language);

    public static PtvPage Page(V12Page page, string language) => new(page.Url, page.Name, language);

    public static PtvText Mail(V12Email mail, string language) => new(mail.Email, language, null);

    private static IEnumerable<KeyValuePair<string, T>> Versions<T>(IReadOnlyDictionary<string, T?>? versions)
        where T : class => versions?.Where(told => told.Value is not null).Select(told => KeyValuePair.Create(told.Key, told.Value!)) ?? [];
}
