using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

// The switches of her permission: what she turns herself, and what staff turn off for her.
internal sealed partial class Referral
{
    /// <summary>The client turns a purpose on or off; off at sending means no: that is withdrawing.</summary>
    public void Switch(Occasion occasion, Purpose purpose, bool on)
    {
        var consent = RequireSwitchable(occasion);
        if (purpose == Purpose.Send)
        {
            throw MoveRefusedException.NotPossible(State, Possible(occasion.Actor, occasion.Programme));
        }

        Content = Content with { Consent = consent.Switch(purpose, on, occasion.At, occasion.Actor.Account) };
        Revision++;
    }

    /// <summary>The client lets it be told to one of those whom the programme names, or no more.</summary>
    public void Switch(Occasion occasion, string disclosure, bool on)
    {
        var consent = RequireSwitchable(occasion);
        if (occasion.Programme.Disclosures.All(known => known.Key != disclosure))
        {
            throw new ReferralInvalidException("disclosure", RefusalCodes.ChoiceUnknown);
        }

        Content = Content with { Consent = consent.Switch(disclosure, on, occasion.At, occasion.Actor.Account) };
        Revision++;
    }

    /// <summary>Staff record that the client wants a switch off that is on.</summary>
    public void SwitchOff(Occasion occasion, ConsentSwitch off, string why)
    {
        if (State == ReferralState.AwaitingConsent && Content.Consent is null && off.Field is { } field)
        {
            KeepBack(occasion, field, why);
            return;
        }

        var consent = RequireSwitchable(occasion);
        if (off.Purpose == Purpose.Send || !consent.IsOn(off))
        {
            throw MoveRefusedException.NotPossible(State, Possible(occasion.Actor, occasion.Programme));
        }

        occasion.Programme.Refused.Require("why", why, ReferralClient.LongestLine, isRequired: true);
        Content = Content with { Consent = consent.SwitchOff(off, occasion.At, occasion.Actor, why.Trim()) };
        Revision++;
    }

    /// <summary>The client lets her permission go on, or gives it anew when it has ended: what it is for and what she keeps back stays as it is.</summary>
    public void Renew(Occasion occasion, Agreement agreement)
    {
        Require(ReferralMove.Renew, occasion);
        if (Content.Consent is not { } consent || (agreement.Form == AgreementForm.Code && occasion.Actor.Role != ReferralRole.Client))
        {
            throw MoveRefusedException.ConsentMissing(State, Possible(occasion.Actor, occasion.Programme));
        }

        Content = Content with { Consent = ConsentMaker.Renew(consent, agreement, occasion) };
        Stay(ReferralMove.Renew, occasion);
    }

    // She has not agreed yet: what she says stands beside her wish, and in her permission once she gives it.
    private void KeepBack(Occasion occasion, ClientField field, string why)
    {
        if (!occasion.Actor.SpeaksForClient || Content.KeptBack.Contains(field))
        {
            throw MoveRefusedException.NotPossible(State, Possible(occasion.Actor, occasion.Programme));
        }

        occasion.Programme.Refused.Require("why", why, ReferralClient.LongestLine, isRequired: true);
        KeepBack(field);
        Content = Content with { Wishes = [.. Content.Wishes, ConsentChange.Off(new(null, field, null), occasion.At, occasion.Actor, why.Trim())] };
    }

    /// <summary>A field that she had hidden elsewhere in the chain is kept back here too, until she agrees and says otherwise.</summary>
    public void KeepBack(ClientField field)
    {
        if (!Content.KeptBack.Contains(field))
        {
            Content = Content with { KeptBack = [.. Content.KeptBack, field] };
            Revision++;
        }
    }

    /// <summary>The client shows a field to the recipient, or keeps it from her.</summary>
    public void Switch(Occasion occasion, ClientField field, bool shown)
    {
        Content = Content with { Consent = RequireSwitchable(occasion).Switch(field, shown, occasion.At, occasion.Actor.Account) };
        Revision++;
    }

    private Consent RequireSwitchable(Occasion occasion) =>
        occasion.Actor.SpeaksForClient && !State.HidesPerson() && Content.Consent is { } consent
            ? consent
            : throw MoveRefusedException.NotPossible(State, Possible(occasion.Actor, occasion.Programme));
}
