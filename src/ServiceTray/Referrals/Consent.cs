namespace ServiceTray.Referrals;

/// <summary>The client's permission: to which text, for what, how and by whom it was given, until when; every change of it stays in its history.</summary>
internal sealed record Consent
{
    public required string TextVersion { get; init; }

    public required AgreementForm Form { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The account that recorded it; null: the client herself, by her code.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Purposes that are on; what is not here is off.</summary>
    public required IReadOnlyList<Purpose> On { get; init; }

    /// <summary>Fields that she keeps from the recipient.</summary>
    public IReadOnlyList<ClientField> Hidden { get; init; } = [];

    /// <summary>Keys of the programme's disclosures that are on: to whom else it may be told.</summary>
    public IReadOnlyList<string> Disclosures { get; init; } = [];

    public DateTimeOffset? WithdrawnAt { get; init; }

    public IReadOnlyList<ConsentChange> Changes { get; init; } = [];

    /// <summary>How it was given before it was let go on, the first first.</summary>
    public IReadOnlyList<ConsentGiven> Earlier { get; init; } = [];

    public bool Allows(Purpose purpose, DateOnly today) => WithdrawnAt is null && today <= Until && On.Contains(Purpose.Send) && On.Contains(purpose);

    public bool Shows(ClientField field, DateOnly today) => Allows(Purpose.Send, today) && !Hidden.Contains(field);

    /// <summary>Whether a switch is on now.</summary>
    public bool IsOn(ConsentSwitch one) => one.Purpose is { } purpose ? On.Contains(purpose)
        : one.Field is { } field ? !Hidden.Contains(field)
        : Disclosures.Contains(one.Disclosure!);

    public Consent Switch(Purpose purpose, bool on, DateTimeOffset at, Guid? by) => this with
    {
        On = With(On, purpose, on),
        Changes = [.. Changes, new ConsentChange(at, by, purpose, null, on)],
    };

    public Consent Switch(ClientField field, bool shown, DateTimeOffset at, Guid? by) => this with
    {
        Hidden = With(Hidden, field, !shown),
        Changes = [.. Changes, new ConsentChange(at, by, null, field, shown)],
    };

    public Consent Switch(string disclosure, bool on, DateTimeOffset at, Guid? by) => this with
    {
        Disclosures = With(Disclosures, disclosure, on),
        Changes = [.. Changes, new ConsentChange(at, by, null, null, on) { Disclosure = disclosure }],
    };

    /// <summary>Taken back: that and when it was given and changed stays, her words for it do not.</summary>
    public Consent Withdrawn(DateTimeOffset at) => WithoutWords() with { WithdrawnAt = at };

    /// <summary>What it was for, without her words for a change of it.</summary>
    public Consent WithoutWords() => this with { Changes = [.. Changes.Select(change => change with { Why = null })] };

    /// <summary>Turned off by staff who record her wish.</summary>
    public Consent SwitchOff(ConsentSwitch off, DateTimeOffset at, ReferralActor by, string why) => this with
    {
        On = off.Purpose is { } purpose ? With(On, purpose, false) : On,
        Hidden = off.Field is { } field ? With(Hidden, field, true) : Hidden,
        Disclosures = off.Disclosure is { } disclosure ? With(Disclosures, disclosure, false) : Disclosures,
        Changes = [.. Changes, ConsentChange.Off(off, at, by, why)],
    };

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> list, T member, bool isIn) =>
        isIn ? [.. list.Append(member).Distinct()] : [.. list.Where(other => !Equals(other, member))];
}

/// <summary>To which text, how, when, by whose record and until when a permission was given that has gone on since.</summary>
internal sealed record ConsentGiven(string TextVersion, AgreementForm Form, DateTimeOffset GivenAt, Guid? RecordedBy, DateOnly Until)
{
    /// <summary>How this one was given last.</summary>
    public static ConsentGiven Of(Consent consent) => new(consent.TextVersion, consent.Form, consent.GivenAt, consent.RecordedBy, consent.Until);

    /// <summary>The permission as it was when it was given so.</summary>
    public Consent In(Consent consent) => consent with { TextVersion = TextVersion, Form = Form, GivenAt = GivenAt, RecordedBy = RecordedBy, Until = Until };
}

/// <summary>A switch of the consent was turned; by staff only as the client's spoken wish, in whose words it says why.</summary>
internal sealed record ConsentChange(DateTimeOffset At, Guid? By, Purpose? Purpose, ClientField? Field, bool On, ReferralRole? Role = null, Guid? Unit = null, string? Why = null)
{
    /// <summary>The key of the disclosure; null: it was a purpose or a field.</summary>
    public string? Disclosure { get; init; }

    /// <summary>Staff record that she wants one off.</summary>
    public static ConsentChange Off(ConsentSwitch off, DateTimeOffset at, ReferralActor by, string why) =>
        new(at, by.Account, off.Purpose, off.Field, false, by.Role, by.Unit, why) { Disclosure = off.Disclosure };
}

/// <summary>The agreement as the sender or the client tells it.</summary>
internal sealed record Agreement(string TextVersion, AgreementForm Form, IReadOnlyList<Purpose> Purposes, IReadOnlyList<ClientField>? Hidden = null, IReadOnlyList<string>? Disclosures = null, DateOnly? Until = null);
