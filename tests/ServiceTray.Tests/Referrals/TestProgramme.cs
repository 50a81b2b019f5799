using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Themes;

namespace ServiceTray.Tests.Referrals;

/// <summary>A programme and a client whose every field can be told from every other.</summary>
internal static class TestProgramme
{
    public static readonly Guid Sender = Source.IdOf("test", "sender");
    public static readonly Guid Desk = Source.IdOf("test", "desk");
    public static readonly Guid OtherDesk = Source.IdOf("test", "other-desk");
    public static readonly Guid Nurse = Source.IdOf("test", "nurse");
    public static readonly Guid Colleague = Source.IdOf("test", "colleague");
    public static readonly Guid Coordinator = Source.IdOf("test", "coordinator");
    public static readonly Guid Walker = Source.IdOf("test", "walker");

    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static readonly Programme Open = new()
    {
        Key = "open",
        Class = ProgrammeClass.OpenWellbeing,
        IsOn = true,
        Name = LocalizedText.Of("Hyvinvointilähete", "Välmåenderemiss", "Wellbeing referral"),
        Law = new ProgrammeLaw(["County"], "Processor", "dpo@county.example", LocalizedText.Of("Seloste"), [new(LocalizedText.Of("Ohjaus"), "GDPR 6(1)(e)", 24)]),
        ConsentVersion = "1",
        ConsentText = LocalizedText.Of("Sovimme yhdessä."),
        Senders = [new(Sender, LocalizedText.Of("Terveysasema"), OrganisationKind.County, LocalizedText.Empty, null, null)],
        Recipients =
        [
            new(Desk, LocalizedText.Of("Kaupunki"), OrganisationKind.Municipality, LocalizedText.Empty, null, null),
            new(OtherDesk, LocalizedText.Of("Yhdistys"), OrganisationKind.Association, LocalizedText.Empty, null, null),
        ],
        Deadlines = new Deadlines(),
        Reasons = Enum.GetValues<ReasonCode>().ToHashSet(),
        Outcomes = [new("tyo", LocalizedText.Of("Työ"))],
        Disclosures = [new("tyonantaja", LocalizedText.Of("Työnantaja")), new("laheinen", LocalizedText.Of("Läheinen"))],
        Needs = [new("MARK-need", LocalizedText.Of("Merkki"))],
        Survey = "wellbeing",
        Path = [],
        Phases = [new("alku", LocalizedText.Of("Alku"), false, 1), new("haku", LocalizedText.Of("Haku"), true, 1), new("tuki", LocalizedText.Of("Tuki"), true, 6), new("MARK-phase", LocalizedText.Of("Merkki"), true, 3)],
        Refused = new RefusedWords(["skitsofren", "diagnoo"]),
    };

    public static ReferralDraft Draft(bool isProtected = false, TargetKind target = TargetKind.CoordinatorDecides) => new()
    {
        Receiver = Desk,
        Client = new ReferralClient
        {
            Name = "MARK-name",
            Channel = ContactChannel.Letter,
            Contact = "MARK-contact",
            SafeTimes = "MARK-times",
            Municipality = "MARK-town",
            Language = "MARK-language",
            AgeBand = AgeBand.From65To79,
            IsProtected = isProtected,
            Aide = new ClientAide("MARK-aide", AideScope.HelpsToCommunicate),
        },
        Reason = new ReferralReason { Themes = [ThemeCode.Community], Needs = ["MARK-need"], OwnWords = "MARK-words", Goal = "MARK-goal", WhatHelps = "MARK-helps", MustBeKnown = "MARK-known" },
        Target = new ReferralTarget(target, target == TargetKind.CoordinatorDecides ? null : Desk),
        Survey = "MARK-survey",
    };

    public static Occasion By(ReferralActor actor, DateTimeOffset? at = null) => new(actor, at ?? Monday, Open);

    public static ReferralActor As(ReferralRole role, bool spoken = false) => role switch
    {
        ReferralRole.Sender => new(role, Nurse, Sender, spoken),
        ReferralRole.Colleague => new(role, Colleague, Sender, spoken),
        ReferralRole.Coordinator => new(role, Coordinator, Desk, spoken),
        ReferralRole.LinkPerson => new(role, Walker, Desk, spoken),
        _ => new(role, null, null, spoken),
    };

    public static LinkPerson Fit(Guid? account = null) => new()
    {
        Account = account ?? Walker,
        Organisation = Desk,
        Name = "Link",
        TrainedOn = new(2026, 1, 1),
        ConfidentialityOn = new(2026, 1, 2),
        RecordCheckOn = new(2026, 1, 3),
    };

    public static Agreement Agreed(params Purpose[] purposes) => new("1", AgreementForm.SpokenPresent, [Purpose.Send, .. purposes]);

    public static Referral Drafted(ReferralDraft? draft = null)
    {
        var referral = Referral.Draft(Source.IdOf("test", "r"), draft ?? Draft(), "hash", null, Source.IdOf("test", "pseudonym"), By(As(ReferralRole.Sender)));

        // A mark is no code, and could not be sent as one.
        referral.Content = referral.Content with { Tray = "MARK-tray" };
        return referral;
    }

    public static Referral Sent(params Purpose[] purposes)
    {
        var referral = Drafted();
        referral.Send(By(As(ReferralRole.Sender)), Agreed(purposes));
        return referral;
    }
}
