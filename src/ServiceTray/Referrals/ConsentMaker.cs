using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>Makes a consent of an agreement that was given.</summary>
internal static class ConsentMaker
{
    /// <summary>The consent; null: sending was not agreed to.</summary>
    /// <param name="agreement">As it was given.</param>
    /// <param name="keptBack">Fields that she has kept back so far: only she herself shows one of them again.</param>
    /// <param name="occasion">By whom, when and under which programme.</param>
    /// <exception cref="ReferralInvalidException">It was given to another text than the programme's, is over already, or lets it be told to whom the programme does not name.</exception>
    public static Consent? Make(Agreement agreement, IReadOnlyList<ClientField> keptBack, Occasion occasion)
    {
        if (agreement.TextVersion != occasion.Programme.ConsentVersion)
        {
            throw new ReferralInvalidException("agreement.textVersion", RefusalCodes.ConsentTextUnknown);
        }

        var disclosures = (agreement.Disclosures ?? []).Distinct().ToList();
        if (disclosures.Exists(key => occasion.Programme.Disclosures.All(known => known.Key != key)))
        {
            throw new ReferralInvalidException("agreement.disclosures", RefusalCodes.ChoiceUnknown);
        }

        // She may give it for a shorter time than the programme asks for, and never for a longer one.
        var longest = occasion.Today.AddMonths(occasion.Programme.ConsentMonths);
        var until = agreement.Until is { } told && told < longest ? told : longest;
        if (until < occasion.Today)
        {
            throw new ReferralInvalidException("agreement.until", RefusalCodes.DateInvalid);
        }

        return !agreement.Purposes.Contains(Purpose.Send) ? null : new Consent
        {
            TextVersion = agreement.TextVersion,
            Form = agreement.Form,
            GivenAt = occasion.At,
            RecordedBy = occasion.Actor.Account,
            Until = until,
            On = [.. agreement.Purposes.Distinct()],
            Disclosures = disclosures,
            Hidden = [.. (occasion.Actor.Role == ReferralRole.Client && agreement.Hidden is { } hers ? hers : keptBack.Concat(agreement.Hidden ?? [])).Distinct().Order()],
        };
    }
}
