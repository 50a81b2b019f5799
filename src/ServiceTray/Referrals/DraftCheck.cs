using ServiceTray.Codes;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Tells all that is wrong with a draft at once, field by field.</summary>
internal static class DraftCheck
{
    public static IReadOnlyList<ReferralProblem> Check(ReferralDraft draft, Programme programme)
    {
        var problems = new List<ReferralProblem>();
        if (programme.RecipientOrNull(draft.Receiver) is null)
        {
            problems.Add(new("receiver", RefusalCodes.RecipientUnknown));
        }

        if (draft.Client is { } client)
        {
            problems.AddRange(programme.NamesClient ? ClientProblems(client, programme) : [new("client", RefusalCodes.IdentityNotAllowed)]);
        }
        else if (programme.NamesClient)
        {
            problems.Add(new("client.name", RefusalCodes.FieldRequired));
        }

        if (!programme.NamesClient && draft.Reason.OwnWords is null)
        {
            problems.Add(new("reason.ownWords", RefusalCodes.FieldRequired));
        }

        if (draft.Reason.Themes.Count == 0 && draft.Target.Kind == TargetKind.CoordinatorDecides && !programme.CoordinatorDecides)
        {
            problems.Add(new("reason.themes", RefusalCodes.FieldRequired));
        }

        if (draft.Reason.Needs.Any(key => programme.Needs.All(known => known.Key != key)))
        {
            problems.Add(new("reason.needs", RefusalCodes.ChoiceUnknown));
        }

        if (draft.Target.Kind is TargetKind.Activity or TargetKind.Organisation or TargetKind.GuidancePoint != draft.Target.Id is not null)
        {
            problems.Add(new("target", RefusalCodes.FieldRequired));
        }

        if ((draft.Survey is not null && programme.Survey is null) || (draft.SurveyKey is not null && draft.SurveyKey != programme.Survey))
        {
            problems.Add(new("survey", RefusalCodes.SurveyNotTaken));
        }

        if (!SecretCode.TryRead(draft.Tray, out _) && draft.Tray is not null)
        {
            problems.Add(new("tray", RefusalCodes.CodeInvalid));
        }

        problems.AddRange(Texts(draft).SelectMany(text => programme.Refused.Check(text.Field, text.Words, text.Longest)));
        return problems;
    }

    private static IEnumerable<ReferralProblem> ClientProblems(ReferralClient client, Programme programme)
    {
        if (string.IsNullOrWhiteSpace(client.Name))
        {
            yield return new("client.name", RefusalCodes.FieldRequired);
        }

        if (client.Channel != ContactChannel.InPerson && string.IsNullOrWhiteSpace(client.Contact))
        {
            yield return new("client.contact", RefusalCodes.FieldRequired);
        }

        if (!string.IsNullOrWhiteSpace(client.Contact) && !ContactForm.Fits(client.Channel, client.Contact))
        {
            yield return new("client.contact", RefusalCodes.ContactInvalid);
        }

        if (client.Aide is { Name: "" })
        {
            yield return new("client.aide.name", RefusalCodes.FieldRequired);
        }

        if (client.Aide is { Contact: not null, Channel: null })
        {
            yield return new("client.aide.contact", RefusalCodes.ContactInvalid);
        }

        if (client.AgeBand == AgeBand.Under18 && programme.MinimumAge >= 18)
        {
            yield return new("client.ageBand", RefusalCodes.AgeNotServed);
        }
    }

    private static IEnumerable<(string Field, string? Words, int Longest)> Texts(ReferralDraft draft) =>
    [
        ("client.name", draft.Client?.Name, ReferralClient.LongestName),
        ("client.contact", draft.Client?.Contact, ReferralClient.LongestContact),
        ("client.safeTimes", draft.Client?.SafeTimes, ReferralClient.LongestLine),
        ("client.language", draft.Client?.Language, 35),
        ("client.municipality", draft.Client?.Municipality, 10),
        ("client.aide.name", draft.Client?.Aide?.Name, ReferralClient.LongestName),
        ("client.aide.contact", draft.Client?.Aide?.Contact, ReferralClient.LongestContact),
        ("reason.ownWords", draft.Reason.OwnWords, ReferralReason.LongestText),
        ("reason.goal", draft.Reason.Goal, ReferralReason.LongestText),
        ("reason.whatHelps", draft.Reason.WhatHelps, ReferralReason.LongestText),
        ("reason.mustBeKnown", draft.Reason.MustBeKnown, ReferralReason.LongestText),
        ("survey", draft.Survey, ReferralReason.LongestText),
    ];
}
