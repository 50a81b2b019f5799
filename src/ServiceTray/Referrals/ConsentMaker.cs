using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>Makes a consent of an agreement that was given.</summary>
internal static class ConsentMaker
{
    /// <summary>The consent; null: sending was not agreed to.</summary>
    /// <param name="agreement">As it was given.</param>
    /// <param name="keptBack">Fields that she has kept back so far: only she herself, with her PIN, shows one of them again.</param>
    /// <param name="occasion">By whom, when and under which programme.</param>
    /// <exception cref="ReferralInvalidException">It was given to another text than the programme's, is over already, or lets it be told to whom the programme does not name.</exception>
    public static Consent? Make(Agreement agreement, IReadOnlyList<ClientField> keptBack, Occasion occasion)
    {
        if (Problems(agreement, occasion).ToList() is { Count: > 0 } problems)
        {
            throw new ReferralInvalidException(problems);
        }

        return !agreement.Purposes.Contains(Purpose.Send) ? null : new Consent
        {
            TextVersion = agreement.TextVersion,
            Form = agreement.Form,
            GivenAt = occasion.At,
            RecordedBy = occasion.Actor.Account,
            Until = Until(agreement, occasion),
            On = [.. agreement.Purposes.Distinct()],
            Disclosures = [.. (agreement.Disclosures ?? []).Distinct()],
            Hidden = [.. (occasion.Actor.MayUnhide && agreement.Hidden is { } hers ? hers : keptBack.Concat(agreement.Hidden ?? [])).Distinct().Order()],
        };
    }

    /// <summary>The consent as it goes on: given anew to the programme's text, for what it was for.</summary>
    /// <exception cref="ReferralInvalidException">It was given to another text than the programme's, is over already, or says anew what only a switch turns.</exception>
    public static Consent Renew(Consent consent, Agreement agreement, Occasion occasion)
    {
        List<ReferralProblem> problems = [.. Problems(agreement, occasion)];
        if (agreement.Purposes.Count > 0 || agreement.Hidden is not null || agreement.Disclosures is not null)
        {
            problems.Add(new("agreement.purposes", RefusalCodes.ChoiceUnknown));
        }

        return problems.Count > 0 ? throw new ReferralInvalidException(problems) : consent with
        {
            TextVersion = agreement.TextVersion,
            Form = agreement.Form,
            GivenAt = occasion.At,
            RecordedBy = occasion.Actor.Account,
            Until = Until(agreement, occasion),
            Earlier = [.. consent.Earlier, ConsentGiven.Of(consent)],
        };
    }

    /// <summary>All that is wrong with an agreement.</summary>
    public static IEnumerable<ReferralProblem> Problems(Agreement agreement, Occasion occasion)
    {
        if (agreement.TextVersion != occasion.Programme.ConsentVersion || !occasion.Programme.HasConsentText)
        {
            yield return new("agreement.textVersion", RefusalCodes.ConsentTextUnknown);
        }

        if ((agreement.Disclosures ?? []).Any(key => occasion.Programme.Disclosures.All(known => known.Key != key)))
        {
            yield return new("agreement.disclosures", RefusalCodes.ChoiceUnknown);
        }

        if (Until(agreement, occasion) < occasion.Today)
        {
            yield return new("agreement.until", RefusalCodes.DateInvalid);
        }
    }

    // She may give it for a shorter time than the programme asks for, and never for a longer one.
    private static DateOnly Until(Agreement agreement, Occasion occasion)
    {
        var longest = occasion.Today.AddMonths(occasion.Programme.ConsentMonths);
        return agreement.Until is { } told && told < longest ? told : longest;
    }
}
