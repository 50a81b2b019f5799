using ServiceTray.Calendar;
using ServiceTray.Organisations;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Shows a referral to a reader: the one place where it is decided who sees what.</summary>
internal static class ReferralViewer
{
    public static ReferralView Of(Referral referral, Programme programme, ReferralReader reader, DateTimeOffset now)
    {
        var state = SenderSight.StateFor(referral, programme, reader, now);
        var ofAssociation = reader is ReferralReader.Coordinator or ReferralReader.LinkPerson
            && programme.RecipientOrNull(referral.Receiver)?.Kind is OrganisationKind.Association or null;
        var bare = new ReferralView
        {
            Id = referral.Id,
            ProgrammeKey = referral.ProgrammeKey,
            Reader = reader,
            State = state,
            Revision = SenderSight.RevisionFor(referral, programme, reader, now),
            CreatedAt = referral.CreatedAt,
            DueAt = SenderSight.DueFor(referral, programme, reader, now),
            IsOverdue = SenderSight.LateFor(referral, programme, reader, now) <= now,
            SenderUnit = ofAssociation ? null : referral.SenderUnit,
            IsOwn = referral.SenderUnit is null,
            Receiver = referral.Receiver,
            LinkPerson = reader is ReferralReader.Sender or ReferralReader.Colleague ? null : referral.LinkPerson,
            Parent = referral.Parent,
            Child = reader == ReferralReader.LinkPerson || SenderSight.IsUntold(referral, programme, reader, now) ? null : referral.Child,
            Sender = reader == ReferralReader.Colleague ? referral.SenderAccount : null,
            Steps = reader == ReferralReader.Colleague ? [] : SenderSight.StepsFor(referral, reader),
        };
        if (reader is not (ReferralReader.CodeHolder or ReferralReader.Administrator or ReferralReader.Colleague) && !referral.State.HidesPerson() && SenderSight.ConsentFor(referral, programme, reader, now) is { } permission)
        {
            // That it ended is told to those whom it keeps from seeing her: they can ask her to let it go on.
            var day = HelsinkiTime.Day(now);
            bare = bare with { PermissionUntil = permission.Until, IsPermissionEnding = programme.Deadlines.IsPermissionEnding(permission.Until, day), IsPermissionOver = day > permission.Until };
        }

        return reader switch
        {
            _ when referral.State.HidesPerson() => reader == ReferralReader.Client ? bare with { Consent = referral.Content.Consent } : bare,
            ReferralReader.Client => WithAll(bare, referral.Content) with { KeptBack = referral.Content.KeptBack, Wishes = referral.Content.Wishes },
            ReferralReader.Sender => WithSent(bare, referral, programme, now),
            ReferralReader.Coordinator or ReferralReader.LinkPerson => WithAllowed(bare, referral, now),
            _ => bare,
        };
    }

    private static ReferralView WithAll(ReferralView bare, ReferralContent content) => bare with
    {
        Client = content.Client,
        Reason = content.Reason,
        Target = content.Target,
        Survey = content.Survey,
        Tray = content.Tray,
        Consent = content.Consent,
        Notes = content.Notes,
        Outcome = content.Outcome,
        Phases = content.Phases,
    };

    // The sender sees what she wrote and was asked, and how it went only if the client wishes so; what the client answers is the desk's.
    private static ReferralView WithSent(ReferralView bare, Referral referral, Programme programme, DateTimeOffset now)
    {
        var asked = referral.Steps.Where(step => step.Move == ReferralMove.AskInformation || (step.Move == ReferralMove.GiveInformation && step.By == ReferralRole.Sender))
            .Select(step => step.Number).ToHashSet();
        return WithAll(bare, referral.Content) with
        {
            Consent = SenderSight.ConsentFor(referral, programme, bare.Reader, now),
            Phases = [],
            KeptBack = referral.Content.KeptBack,
            Notes = [.. referral.Content.Notes.Where(note => asked.Contains(note.Step))],
            Outcome = referral.Allows(programme, Purpose.FeedbackToSender, HelsinkiTime.Day(now)) ? referral.Content.Outcome : null,
        };
    }

    private static ReferralView WithAllowed(ReferralView bare, Referral referral, DateTimeOffset now)
    {
        var today = HelsinkiTime.Day(now);
        if (referral.Content.Consent is not { } consent || !consent.Allows(Purpose.Send, today)
            || referral.State.IsWithSender() || referral.State is ReferralState.Cancelled or ReferralState.Forwarded)
        {
            // Without a client there is a question and no person: that needs no permission.
            return referral.Content is { Client: null, Consent: null } && !referral.State.IsWithSender() ? WithAll(bare, referral.Content) : bare;
        }

        T? Shown<T>(ClientField field, T? value) => consent.Shows(field, today) ? value : default;
        var content = referral.Content;
        var isProtected = content.Client?.IsProtected == true;
        return WithAll(bare, content) with
        {
            Client = content.Client is { } client ? client with
            {
                Contact = MayReach(client, consent, bare.Reader, today) ? client.Contact : null,
                Aide = MayReach(client, consent, bare.Reader, today) ? client.Aide : null,
                SafeTimes = MayReach(client, consent, bare.Reader, today) ? client.SafeTimes : null,
                Municipality = isProtected ? null : Shown(ClientField.Municipality, client.Municipality),
                AgeBand = Shown(ClientField.AgeBand, client.AgeBand),
                Language = Shown(ClientField.Language, client.Language),
            }
            : null,
            Reason = new ReferralReason
            {
                Themes = Shown(ClientField.Themes, content.Reason.Themes) ?? [],
                Needs = Shown(ClientField.Needs, content.Reason.Needs) ?? [],
                OwnWords = Shown(ClientField.OwnWords, content.Reason.OwnWords),
                Goal = Shown(ClientField.Goal, content.Reason.Goal),
                WhatHelps = Shown(ClientField.WhatHelps, content.Reason.WhatHelps),
                MustBeKnown = Shown(ClientField.MustBeKnown, content.Reason.MustBeKnown),
            },
            Survey = consent.Allows(Purpose.ShareSurvey, today) ? content.Survey : null,
            Tray = consent.Allows(Purpose.ShareTray, today) ? content.Tray : null,
        };
    }

    // Of one whose address is protected only the coordinator has a contact, and never an address.
    private static bool MayReach(ReferralClient client, Consent consent, ReferralReader reader, DateOnly today) =>
        consent.Allows(Purpose.ReceiverContacts, today)
        && (!client.IsProtected || (reader == ReferralReader.Coordinator && client.Channel != ContactChannel.Letter));
}
