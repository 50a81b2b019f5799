using ServiceTray.Languages;
using System.Collections.Immutable;
using System.Globalization;

namespace ServiceTray.Offerings;

/// <summary>What a resident has filled in on the search page: words, a place, and the filters she chose.</summary>
internal sealed record SearchForm
{
    public string Text { get; init; } = "";

    public string Place { get; init; } = "";

    public double RadiusKm { get; init; } = NearInput.DefaultRadiusKm;

    public OfferingOrder Order { get; init; } = OfferingOrder.Best;

    /// <summary>Filters by their field, as <c>theme</c> and <c>MOVEMENT</c>; in the order chosen.</summary>
    public ImmutableArray<SearchChoice> Choices { get; init; } = [];

    public string? After { get; init; }

    public string? Before { get; init; }

    /// <summary>Whether she asks for a link to this search.</summary>
    public bool WantsLink { get; init; }

    public bool IsEmpty => Text.Length == 0 && Place.Length == 0 && Choices.IsEmpty;

    /// <summary>Whether it tells anything of her search, which stays out of shared caches: a theme can say as much as words.</summary>
    public bool IsTelling => !IsEmpty || WantsLink || Order != OfferingOrder.Best || RadiusKm != NearInput.DefaultRadiusKm || (After ?? Before) is not null;

    public bool Has(string field, string value) => Choices.Contains(new SearchChoice(field, value));

    /// <summary>With the filter, or without it when it was chosen; back on the first page.</summary>
    public SearchForm Toggle(SearchChoice choice) => FirstPage() with
    {
        Choices = Choices.Contains(choice) ? Choices.Remove(choice) : Choices.Add(choice),
    };

    public SearchForm FirstPage() => this with { After = null, Before = null };

    /// <summary>The fields that bring this search back, without its page and wishes; only what differs from an empty form.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToFields()
    {
        if (Text.Length > 0)
        {
            yield return new("text", Text);
        }

        if (Place.Length > 0)
        {
            yield return new("place", Place);
            yield return new("radiusKm", RadiusKm.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var field in ToHiddenFields())
        {
            yield return field;
        }
    }

    /// <summary>The fields that no visible control of the page holds.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToHiddenFields()
    {
        if (Order != OfferingOrder.Best)
        {
            yield return new("order", PublicWords.Of(Order));
        }

        foreach (var choice in Choices)
        {
            yield return new(choice.Field, choice.Value);
        }
    }
}

/// <summary>A filter chosen: which, and its value.</summary>
internal readonly record struct SearchChoice(string Field, string Value);
