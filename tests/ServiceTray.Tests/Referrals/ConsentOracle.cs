using System.Text.Json;
using ServiceTray.Referrals;
using Xunit;

namespace ServiceTray.Tests.Referrals;

/// <summary>Says, from the words of the paper alone, which marks a reader may find; anything else is a leak.</summary>
internal static class ConsentOracle
{
    public static void Check(Referral referral, ReferralReader reader, DateTimeOffset now, string where)
    {
        var shown = JsonSerializer.Serialize(ReferralViewer.Of(referral, TestProgramme.Open, reader, now));
        var found = System.Text.RegularExpressions.Regex.Matches(shown, "MARK-[a-z]+").Select(match => match.Value[5..]).ToHashSet();
        found.ExceptWith(Allowed(referral, reader, now));
        Assert.True(found.Count == 0, $"{where}: {reader} finds {string.Join(", ", found)} of a referral that is {referral.State}");
    }

    private static HashSet<string> Allowed(Referral referral, ReferralReader reader, DateTimeOffset now)
    {
        string[] written = ["name", "contact", "times", "town", "language", "words", "need", "goal", "helps", "known", "survey", "tray", "aide"];
        var isOver = referral.State is ReferralState.DeclinedByClient or ReferralState.Withdrawn or ReferralState.EnteredInError;
        if (isOver || reader is ReferralReader.Administrator or ReferralReader.CodeHolder or ReferralReader.Colleague)
        {
            return [];
        }

        var consent = referral.Content.Consent;
        var isOn = consent is { WithdrawnAt: null } && now.AddHours(2).Date <= consent.Until.ToDateTime(TimeOnly.MinValue);
        bool On(Purpose purpose) => isOn && consent!.On.Contains(purpose);
        switch (reader)
        {
            case ReferralReader.Client:
                return [.. written, "question", "answer", "told", "attempt", "joined", "feedback", "phase"];
            case ReferralReader.Sender:
                // What others than she herself answer, the client above all, is told to the desk.
                return [.. written, "question", "answer", .. On(Purpose.FeedbackToSender) ? new[] { "joined", "feedback" } : []];
        }

        if (!On(Purpose.Send) || referral.State is ReferralState.Draft or ReferralState.AwaitingConsent or ReferralState.Expired or ReferralState.Cancelled or ReferralState.Forwarded)
        {
            return [];
        }

        var isProtected = referral.Content.Client!.IsProtected;
        var allowed = new HashSet<string> { "name", "question", "answer", "told", "attempt", "joined", "feedback", "phase" };

        // The contact here is an address of a house: of one whose address is protected nobody at the receiver has it.
        Add(On(Purpose.ReceiverContacts) && !isProtected, "contact");
        Add(On(Purpose.ReceiverContacts) && !isProtected, "times");
        Add(On(Purpose.ReceiverContacts) && !isProtected, "aide");
        Add(Shown(ClientField.Municipality) && !isProtected, "town");
        Add(Shown(ClientField.Language), "language");
        Add(Shown(ClientField.OwnWords), "words");
        Add(Shown(ClientField.Needs), "need");
        Add(Shown(ClientField.Goal), "goal");
        Add(Shown(ClientField.WhatHelps), "helps");
        Add(Shown(ClientField.MustBeKnown), "known");
        Add(On(Purpose.ShareSurvey), "survey");
        Add(On(Purpose.ShareTray), "tray");
        return allowed;

        bool Shown(ClientField field) => !consent!.Hidden.Contains(field);

        void Add(bool may, string mark) => _ = may && allowed.Add(mark);
    }
}
