using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>The client's own moves by her code, as asked over GraphQL.</summary>
internal static class ClientMutations
{
    public static Task<ClientReferralPayload?> AnswerConsentByCodeAsync(string code, string? pin, AgreementInput? agreement, int? revision, ClientDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        OfAsync(() => desk.MoveAsync(ClientKey.Of(http, code, pin), agreement is null ? null : revision, (r, o) => Answer(r, o, agreement), cancellationToken));

    public static Task<ClientReferralPayload?> SwitchConsentByCodeAsync(string code, string? pin, Purpose purpose, bool on, int? revision, ClientDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        OfAsync(() => desk.MoveAsync(ClientKey.Of(http, code, pin), on ? revision : null, (r, o) => r.Switch(o, purpose, on), cancellationToken));

    public static Task<ClientReferralPayload?> SwitchFieldByCodeAsync(string code, string? pin, ClientField field, bool shown, int? revision, ClientDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        OfAsync(() => desk.MoveAsync(ClientKey.Of(http, code, pin), shown ? revision : null, (r, o) => r.Switch(o, field, shown), cancellationToken));

    public static Task<ClientReferralPayload?> SwitchDisclosureByCodeAsync(string code, string? pin, string disclosure, bool on, int? revision, ClientDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        OfAsync(() => desk.MoveAsync(ClientKey.Of(http, code, pin), on ? revision : null, (r, o) => r.Switch(o, disclosure, on), cancellationToken));

    public static Task<ClientReferralPayload?> GiveInformationByCodeAsync(string code, string? pin, string text, int? revision, ClientDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        OfAsync(() => desk.MoveAsync(ClientKey.Of(http, code, pin), revision, (r, o) => r.GiveInformation(o, text), cancellationToken));

    public static Task<ClientReferralPayload?> CompleteReferralByCodeAsync(string code, string? pin, int? revision, ClientDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        OfAsync(() => desk.MoveAsync(ClientKey.Of(http, code, pin), revision, (r, o) => r.Complete(o), cancellationToken));

    public static Task<ClientReferralPayload?> DiscontinueReferralByCodeAsync(string code, string? pin, ReasonCode reason, int? revision, ClientDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        OfAsync(() => desk.MoveAsync(ClientKey.Of(http, code, pin), revision, (r, o) => r.Discontinue(o, reason), cancellationToken));

    public static Task<ClientReferralPayload?> WithdrawReferralByCodeAsync(string code, string? pin, ReasonCode? reason, ClientDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        OfAsync(() => desk.MoveAsync(ClientKey.Of(http, code, pin), null, (r, o) => r.Withdraw(o, reason), cancellationToken));

    public static Task<ClientReferralPayload?> RenewConsentByCodeAsync(string code, string? pin, string textVersion, DateOnly? until, int? revision, ClientDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        OfAsync(() => desk.RenewAsync(ClientKey.Of(http, code, pin), revision, textVersion, until, cancellationToken));

    private static void Answer(Referral referral, Occasion occasion, AgreementInput? agreement)
    {
        if (agreement is null)
        {
            referral.DeclineConsent(occasion);
        }
        else
        {
            referral.Agree(occasion, agreement.ToAgreement() with { Form = AgreementForm.Code });
        }
    }

    private static async Task<ClientReferralPayload?> OfAsync(Func<Task<ClientSight>> move)
    {
        try
        {
            return new(await move(), []);
        }
        catch (RefusalException refusal) when (ReferralError.IsRule(refusal))
        {
            return new(null, ReferralError.Of(refusal));
        }
    }
}
