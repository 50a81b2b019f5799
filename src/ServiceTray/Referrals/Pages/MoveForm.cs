using System.Globalization;
using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals.Pages;

/// <summary>A move as a button of a page sends it.</summary>
internal sealed class MoveForm(IFormCollection fields)
{
    /// <exception cref="ReferralInvalidException">It is no move, or a field of it cannot be read.</exception>
    public MoveInput Read() => new(
        PublicWords.Read<ReferralMove>(Words("move")) ?? throw new ReferralInvalidException("move", RefusalCodes.FieldRequired),
        Revision,
        Words("spoken") == "yes",
        PublicWords.Read<ReasonCode>(Words("reason")),
        Told("text"),
        DateOnly.TryParseExact(Words("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Guid.TryParse(Words("linkPerson"), out var person) ? person : null,
        Guid.TryParse(Words("receiver"), out var receiver) ? receiver : null,
        new ReferralOutcome(Told("joined"), Told("howOften"), Goal("goalBefore"), Goal("goalAfter"), Told("toSender"), Told("result")),
        !fields.ContainsKey("form") ? null : Words("move") == PublicWords.Of(ReferralMove.Renew) ? new AgreementInput(Words("textVersion"), Form, []) : Agreement,
        Told("pin"),
        [.. fields["phase"].OfType<string>()]);

    /// <summary>The switch that is to be turned off; null: it is a move.</summary>
    public static ConsentSwitch? SwitchIn(IFormCollection fields) => fields["switch"].ToString() switch
    {
        "" => null,
        var told when PublicWords.Read<Purpose>(told) is { } purpose => ConsentSwitch.Of(purpose, null, null),
        var told when PublicWords.Read<ClientField>(told) is { } field => ConsentSwitch.Of(null, field, null),
        var told => ConsentSwitch.Of(null, null, told),
    };

    /// <summary>The fields that are ticked as kept from the recipient.</summary>
    public static IReadOnlyList<ClientField> HiddenIn(IEnumerable<string?> ticked) => [.. ticked.Select(word => PublicWords.Read<ClientField>(word ?? "")).OfType<ClientField>()];

    /// <summary>Which referral, as she saw it.</summary>
    public ReferralOrder Order(Guid id) => new(id, Revision, SpokenWish: true);

    private int Revision => int.TryParse(Words("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    private string Words(string name) => fields[name].ToString().Trim();

    private string? Told(string name) => Words(name) is { Length: > 0 } words ? words : null;

    private int? Goal(string name) => Words(name) is not { Length: > 0 } words ? null
        : int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var goal) ? goal : throw new ReferralInvalidException(name, RefusalCodes.OutOfScale);

    private AgreementForm Form => PublicWords.Read<AgreementForm>(Words("form")) ?? AgreementForm.SpokenPhone;

    // To the text that stood on the page she was shown.
    private AgreementInput Agreement => new(
        Words("textVersion"),
        Form,
        [
            Purpose.Send, Purpose.ReceiverContacts,
            .. fields.ContainsKey("tellSender") ? [Purpose.TellSender] : Array.Empty<Purpose>(),
            .. fields.ContainsKey("feedback") ? [Purpose.FeedbackToSender] : Array.Empty<Purpose>(),
        ],
        HiddenIn(fields["hidden"]),
        [.. fields["disclosure"].OfType<string>()]);
}
