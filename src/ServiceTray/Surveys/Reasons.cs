using System.Globalization;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Surveys;

/// <summary>Tells why a candidate is suggested, by what is true of it and was asked.</summary>
internal static class Reasons
{
    /// <summary>The farthest that counts as nearby.</summary>
    public const double NearbyKm = 10;

    public static IReadOnlyList<Reason> Of(Candidate candidate, ThemeNeed need, Limits limits)
    {
        var offering = candidate.Offering;
        var ages = offering.Ages;
        return
        [
            .. Told(need.Answer is not null && need.Band != NeedBand.Good, ReasonKind.AnsweredNeed, () => ForNeed(need)),
            .. Told(need.IsChosen, ReasonKind.ChosenImportant, () => LocalizedText.Of("Valitsit teeman tärkeäksi.", "Du valde temat som viktigt.", "You chose the theme as important.")),
            .. Told(candidate.DistanceKm <= NearbyKm, ReasonKind.Nearby, () => Distance(candidate.DistanceKm!.Value)),
            .. Told(candidate.OpenSoon, ReasonKind.OpenSoon, () => Soon(candidate)),
            .. Told(offering.Price.Free == true, ReasonKind.Free, () => LocalizedText.Of("Maksuton.", "Gratis.", "Free of charge.")),
            .. Told(offering.LowThreshold, ReasonKind.LowThreshold, () => LocalizedText.Of("Helppo tulla mukaan.", "Lätt att komma med.", "Easy to join.")),
            .. Told(
                limits.Age is not null && (ages.Minimum is not null || ages.Maximum is not null),
                ReasonKind.SuitsAge,
                () => LocalizedText.Of("Tarkoitettu ikäisellesi.", "Avsett för din ålder.", "Meant for your age.")),
            .. Told(limits.Languages.Count > 0, ReasonKind.SuitsLanguage, () => LocalizedText.Of("Kielelläsi.", "På ditt språk.", "In your language.")),
            .. Told(limits.Accessibility.Count > 0, ReasonKind.Accessible, () => LocalizedText.Of("Esteettömyys on kunnossa tarpeisiisi.", "Tillgängligheten motsvarar dina behov.", "Accessible as you need.")),
            .. Told(offering.Capacity?.State == CapacityState.Room, ReasonKind.HasRoom, () => LocalizedText.Of("Mukaan mahtuu.", "Det finns plats.", "There is room.")),
        ];
    }

    /// <summary>Kilometres as one says them: less than one, with a decimal below ten, whole from there on.</summary>
    public static string Kilometres(double km, Language language) =>
        (Math.Round(km, 1) < 10 ? km.ToString("0.0", CultureInfo.InvariantCulture) : km.ToString("0", CultureInfo.InvariantCulture))
        .Replace('.', language == Language.En ? '.' : ',');

    private static IEnumerable<Reason> Told(bool holds, ReasonKind kind, Func<LocalizedText> text) => holds ? [new Reason(kind, text())] : [];

    private static LocalizedText ForNeed(ThemeNeed need)
    {
        var names = need.Theme.Name;
        return LocalizedText.Of(
            $"Toivot muutosta: {names.Pick(Language.Fi).Value}.",
            $"Du hoppas på en förändring: {names.Pick(Language.Sv).Value}.",
            $"You hope for a change: {names.Pick(Language.En).Value}.");
    }

    private static LocalizedText Distance(double km) => km < 1
        ? LocalizedText.Of("Alle kilometrin päässä.", "Mindre än en kilometer bort.", "Less than a kilometre away.")
        : LocalizedText.Of($"{Kilometres(km, Language.Fi)} kilometrin päässä.", $"{Kilometres(km, Language.Sv)} kilometer bort.", $"{Kilometres(km, Language.En)} kilometres away.");

    private static LocalizedText Soon(Candidate candidate)
    {
        if (candidate.Next is not { } next)
        {
            return LocalizedText.Of("Auki viikon sisällä.", "Öppet inom en vecka.", "Open within a week.");
        }

        if (!candidate.IsAhead)
        {
            return LocalizedText.Of("Meneillään nyt.", "Pågår nu.", "Going on now.");
        }

        var start = HelsinkiTime.Local(next.StartsAt);
        return LocalizedText.Of(
            Line($"Seuraavan kerran {start.Day}.{start.Month}. klo {start.Hour}.{start.Minute:00}."),
            Line($"Nästa gång {start.Day}.{start.Month} kl. {start.Hour}.{start.Minute:00}."),
            Line($"Next on {start:d MMM} at {start.Hour}:{start.Minute:00}."));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
