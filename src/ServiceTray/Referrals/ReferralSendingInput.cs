using System.Text.Json.Serialization;
using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Referrals;

/// <summary>A referral as an edge takes it in; who sends it is told by the caller, not here.</summary>
internal sealed record ReferralSendingInput(
    string Programme,
    Guid? SenderUnit = null,
    Guid? Receiver = null,
    ReferralClientInput? Client = null,
    ReferralReasonInput? Reason = null,
    TargetKind Target = TargetKind.CoordinatorDecides,
    Guid? TargetId = null,
    string? Survey = null,
    string? Tray = null,
    AgreementInput? Agreement = null,
    string? Pin = null,
    string? SurveyKey = null)
{
    public ReferralDraft ToDraft() => new()
    {
        Receiver = Receiver ?? Guid.Empty,
        Client = Client is null ? null : new ReferralClient
        {
            Name = Client.Name.Trim(),
            Channel = Client.Channel,
            Contact = TypedText.OrNull(Client.Contact),
            SafeTimes = TypedText.OrNull(Client.SafeTimes),
            LeaveNoMessages = Client.LeaveNoMessages,
            DoNotContactFirst = Client.DoNotContactFirst,
            IsProtected = Client.IsProtected,
            Language = TypedText.OrNull(Client.Language),
            NeedsInterpreter = Client.NeedsInterpreter,
            Municipality = TypedText.OrNull(Client.Municipality),
            AgeBand = Client.AgeBand,
            Aide = TypedText.OrNull(Client.AideName) is null && TypedText.OrNull(Client.AideContact) is null
                ? null
                : new ClientAide(TypedText.OrNull(Client.AideName) ?? "", Client.AideScope ?? AideScope.HelpsToCommunicate, TypedText.OrNull(Client.AideContact)),
        },
        Reason = new ReferralReason
        {
            Themes = [.. (Reason?.Themes ?? []).Distinct()],
            Needs = [.. (Reason?.Needs ?? []).Distinct()],
            OwnWords = TypedText.OrNull(Reason?.OwnWords),
            Goal = TypedText.OrNull(Reason?.Goal),
            WhatHelps = TypedText.OrNull(Reason?.WhatHelps),
            MustBeKnown = TypedText.OrNull(Reason?.MustBeKnown),
        },
        Target = new ReferralTarget(Target, TargetId),
        Survey = TypedText.OrNull(Survey),
        SurveyKey = TypedText.OrNull(SurveyKey),
        Tray = TypedText.OrNull(Tray),
        KeptBack = [.. (Agreement?.Hidden ?? []).Distinct()],
    };

    // What a person is called must not stand in a log because a record was written to it.
    public override string ToString() => nameof(ReferralSendingInput);
}

/// <summary>The client as told.</summary>
internal sealed record ReferralClientInput(
    string Name,
    ContactChannel Channel = ContactChannel.Phone,
    string? Contact = null,
    string? SafeTimes = null,
    bool LeaveNoMessages = false,
    bool DoNotContactFirst = false,
    bool IsProtected = false,
    string? Language = null,
    bool NeedsInterpreter = false,
    string? Municipality = null,
    AgeBand? AgeBand = null,
    string? AideName = null,
    AideScope? AideScope = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AideContact = null)
{
    public override string ToString() => nameof(ReferralClientInput);
}

/// <summary>Why, as told.</summary>
internal sealed record ReferralReasonInput(
    IReadOnlyList<ThemeCode>? Themes = null, string? OwnWords = null, string? Goal = null, string? WhatHelps = null, string? MustBeKnown = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Needs = null)
{
    public override string ToString() => nameof(ReferralReasonInput);
}

/// <summary>The agreement as told; what came to be told later is left out where it is not, so that a sending repeated is still the same.</summary>
internal sealed record AgreementInput(
    string TextVersion, AgreementForm Form, IReadOnlyList<Purpose> Purposes, IReadOnlyList<ClientField>? Hidden = null, IReadOnlyList<string>? Disclosures = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Until = null)
{
    public Agreement ToAgreement() => new(TextVersion, Form, [.. Purposes.Distinct()], Hidden, Disclosures, Until);
}
