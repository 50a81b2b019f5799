using ServiceTray.Offerings;

namespace ServiceTray.Surveys;

/// <summary>
/// Tells why an offering is not among the usual suggestions to a result: each limit is asked of the one search by itself, and only what
/// meets all of them is told its rank.
/// </summary>
internal sealed class WhyNotTeller(SuggestionFinder finder, OfferingWalker walker, OfferingReader reader, TimeProvider clock)
{
    /// <summary>Why, of each offering that there is, in the order asked.</summary>
    public async Task<IReadOnlyList<WhyNot>> TellAsync(SurveyResult result, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(ids, cancellationToken);
        if (asked.Count == 0)
        {
            return [];
        }

        var ranked = await finder.RankAsync(result, null, SuggestionFinder.UsualSuggestions, cancellationToken);
        var taken = ranked.Take(SuggestionFinder.UsualSuggestions).ToList();
        return [.. asked.Select(placed => Tell(result, placed, ranked, taken))];
    }

    private WhyNot Tell(SurveyResult result, PlacedOffering placed, RankedThemes ranked, List<(ThemeNeed Need, Candidate Candidate)> taken)
    {
        var place = taken.FindIndex(pick => pick.Candidate.Offering.Id == placed.Offering.Id);
        if (place >= 0)
        {
            return new WhyNot(placed, place + 1, []);
        }

        List<Barrier> limits = [.. Limits(result, placed, ranked)];
        return new WhyNot(placed, null, limits.Count > 0 ? limits : [Rank(placed.Offering, ranked, taken)]);
    }

    private IEnumerable<Barrier> Limits(SurveyResult result, PlacedOffering placed, RankedThemes ranked)
    {
        var (limits, offering) = (result.Limits, placed.Offering);
        if (Candidate.Of(placed, null, clock.GetUtcNow()) is null || !Meets(offering, new OfferingFilter()))
        {
            yield return BarrierTexts.Over;
            yield break;
        }

        if (limits.Near is { } near && !Meets(offering, new OfferingFilter { Near = near }))
        {
            yield return BarrierTexts.OutOfReach(near.RadiusKm);
        }

        if (limits.Age is not null && !Meets(offering, new OfferingFilter { AgeYears = limits.Age }))
        {
            yield return BarrierTexts.Age;
        }

        if (!finder.Suits(offering, limits.Age))
        {
            yield return BarrierTexts.NotForChildren;
        }

        if (limits.Languages.Count > 0 && !Meets(offering, new OfferingFilter { Languages = limits.Languages }))
        {
            yield return BarrierTexts.Language;
        }

        if (limits.Modes.Count > 0 && !Meets(offering, new OfferingFilter { Modes = limits.Modes }))
        {
            yield return BarrierTexts.Mode;
        }

        foreach (var aspect in limits.Accessibility.Where(aspect => !Meets(offering, new OfferingFilter { Accessibility = [aspect] })))
        {
            yield return BarrierTexts.Accessibility(aspect, offering.Accessibility.Any(fact => fact.Aspect == aspect && fact.State != AccessibilityState.Unknown));
        }

        if (limits.Free && !Meets(offering, new OfferingFilter { Free = true }))
        {
            yield return offering.Price.Free is null ? BarrierTexts.PriceNotTold : BarrierTexts.Price;
        }

        if (!offering.Themes.Any(ranked.Candidates.ContainsKey))
        {
            yield return BarrierTexts.NoNeed(offering.Themes);
        }
    }

    private Barrier Rank(Offering offering, RankedThemes ranked, List<(ThemeNeed Need, Candidate Candidate)> taken)
    {
        if (taken.Count(pick => pick.Candidate.Offering.OrganisationId == offering.OrganisationId) >= SuggestionShare.MostOfAnOrganisation)
        {
            return BarrierTexts.OrganisationTwice;
        }

        var now = clock.GetUtcNow();
        var (theme, place) = offering.Themes.Where(ranked.Candidates.ContainsKey)
            .Select(code => (code, Place: PlaceIn(ranked.Candidates[code], offering.Id)))
            .MinBy(standing => standing.Place ?? int.MaxValue);
        var ofTheme = taken.Where(pick => pick.Need.Code == theme).Select(pick => pick.Candidate).ToList();
        var parts = place is { } told && ofTheme is [.., var last]
            ? Enum.GetValues<RankPart>().Where(part => last.RankIn(theme, now, part) > ranked.Candidates[theme][told - 1].RankIn(theme, now, part))
            : [];
        return BarrierTexts.Outranked(theme, place, ofTheme.Count, [.. parts]);
    }

    private static int? PlaceIn(IReadOnlyList<Candidate> candidates, Guid id)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Offering.Id == id)
            {
                return i + 1;
            }
        }

        return null;
    }

    // The search is asked with the one condition among what the same organisation offers, so that it alone says what meets it.
    private bool Meets(Offering offering, OfferingFilter filter) =>
        walker.Find(filter with { Organisations = [$"{offering.OrganisationId}"] }, OfferingOrder.Best).Contains(offering.Id);
}
