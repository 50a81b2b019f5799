using System.Globalization;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>A filter as it was understood: its member of the filter, a value of it, and the words it was read from; null: it was asked for.</summary>
internal sealed record AppliedFilter(string Filter, string Value, string? Words);

/// <summary>What finding without one filter would give.</summary>
internal sealed record Relaxation(string Filter, int TotalCount);

/// <summary>The members of a filter: which are set, to what, and the filter without one of them.</summary>
internal static class FilterMembers
{
    private static readonly (string Name, Func<OfferingFilter, IEnumerable<string>> Values, Func<OfferingFilter, OfferingFilter> Without)[] All =
    [
        ("text", asked => One(asked.Text), asked => asked with { Text = null, AllWords = null }),
        ("allWords", asked => One(asked is { AllWords: true, Text: not null } ? "true" : null), asked => asked with { AllWords = null }),
        ("kinds", asked => Many(asked.Kinds), asked => asked with { Kinds = null }),
        ("themes", asked => Many(asked.Themes), asked => asked with { Themes = null }),
        ("near", asked => One(asked.Near is { } near ? near.At.Place ?? Point(near.At.Coordinates!) : null), asked => asked with { Near = null }),
        ("within", asked => One(asked.Within is { } box ? Invariant($"{box.South},{box.West},{box.North},{box.East}") : null), asked => asked with { Within = null }),
        ("inside", asked => One(asked.Inside is { } area ? string.Join(' ', area.Select(Point)) : null), asked => asked with { Inside = null }),
        ("municipalities", asked => asked.Municipalities ?? [], asked => asked with { Municipalities = null }),
        ("counties", asked => asked.Counties ?? [], asked => asked with { Counties = null }),
        ("from", asked => One(asked.From?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)), asked => asked with { From = null, To = null }),
        ("to", asked => One(asked.From is null ? asked.To?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null), asked => asked with { To = null }),
        ("weekdays", asked => Many(asked.Weekdays), asked => asked with { Weekdays = null }),
        ("timesOfDay", asked => Many(asked.TimesOfDay), asked => asked with { TimesOfDay = null }),
        ("audiences", asked => Many(asked.Audiences), asked => asked with { Audiences = null }),
        ("ageYears", asked => One(asked.AgeYears?.ToString(CultureInfo.InvariantCulture)), asked => asked with { AgeYears = null }),
        ("languages", asked => asked.Languages ?? [], asked => asked with { Languages = null }),
        ("free", asked => Flag(asked.Free), asked => asked with { Free = null }),
        ("modes", asked => Many(asked.Modes), asked => asked with { Modes = null }),
        ("access", asked => Many(asked.Access), asked => asked with { Access = null }),
        ("accessibility", asked => Many(asked.Accessibility), asked => asked with { Accessibility = null }),
        ("lowThreshold", asked => Flag(asked.LowThreshold), asked => asked with { LowThreshold = null }),
        ("guidancePoint", asked => Flag(asked.GuidancePoint), asked => asked with { GuidancePoint = null }),
        ("acceptsReferrals", asked => Flag(asked.AcceptsReferrals), asked => asked with { AcceptsReferrals = null }),
        ("hasRoom", asked => Flag(asked.HasRoom), asked => asked with { HasRoom = null }),
        ("organisations", asked => asked.Organisations ?? [], asked => asked with { Organisations = null }),
    ];

    /// <summary>All that was asked for, value by value, and what was read from words.</summary>
    public static IReadOnlyList<AppliedFilter> Applied(OfferingFilter asked, IReadOnlyList<AppliedFilter> read) =>
        [.. All.SelectMany(member => member.Values(asked).Select(value => new AppliedFilter(member.Name, value, null))), .. read];

    /// <summary>Each member that is set, with the filter without it.</summary>
    public static IEnumerable<(string Name, OfferingFilter Without)> Relaxed(OfferingFilter understood) =>
        All.Where(member => member.Values(understood).Any()).Select(member => (member.Name, member.Without(understood)));

    private static IEnumerable<string> One(string? value) => value is null ? [] : [value];

    private static IEnumerable<string> Many<T>(IReadOnlyList<T>? values)
        where T : struct, Enum => (values ?? []).Select(PublicWords.Of);

    // Of these only a told yes asks for something, but for price, where no is asked as well.
    private static IEnumerable<string> Flag(bool? value) => value is { } told ? [told ? "true" : "false"] : [];

    private static string Point(CoordinatesInput at) => Invariant($"{at.Latitude},{at.Longitude}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
