using System.Globalization;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Refusals;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>The client's own view: asked by post alone, kept nowhere, and left at once when she must.</summary>
internal static class OwnEndpoints
{
    public static void MapOwnReferral(this IEndpointRouteBuilder app)
    {
        app.MapGet(ReferralPaths.Own, (HttpContext context) => Page(context, new OwnShown(null, "", "", null, false), StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost(ReferralPaths.Own, ActAsync).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet(ReferralPaths.Parties, () => PageAnswer.Of<PartiesPage>()).ExcludeFromDescription();
    }

    private static async Task<IResult> ActAsync(HttpContext context, ClientDesk desk)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var (code, pin, act) = (fields["code"].ToString(), fields["pin"].ToString(), fields["act"].ToString());
        var key = ClientKey.Of(context, code, pin);
        try
        {
            if (act.Length == 0)
            {
                return await desk.FindAsync(key, context.RequestAborted) is { } sight
                    ? Page(context, new OwnShown(sight, code, pin, null, false), StatusCodes.Status200OK)
                    : Page(context, new OwnShown(null, "", "", "Own.Wrong", false), StatusCodes.Status422UnprocessableEntity);
            }

            var revision = IsNo(act, fields) ? null : int.TryParse(fields["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : (int?)null;
            var after = act == "renew" ? await desk.RenewAsync(key, revision, fields["textVersion"].ToString(), null, context.RequestAborted)
                : await desk.MoveAsync(key, revision, (referral, occasion) => Make(referral, occasion, act, fields), context.RequestAborted);
            return Page(context, new OwnShown(after, code, pin, null, true), StatusCodes.Status200OK);
        }
        catch (TooManyTriesException)
        {
            return Page(context, new OwnShown(null, "", "", "Own.TooMany", false), StatusCodes.Status429TooManyRequests);
        }
        catch (RefusalException refusal)
        {
            var sight = refusal is ReferralUnknownException ? null : await desk.FindAsync(key, context.RequestAborted);
            return Page(context, new OwnShown(sight, code, pin, sight is null ? "Own.Wrong" : refusal.Code, true), StatusCodes.Status422UnprocessableEntity);
        }
    }

    // A no holds at once, whatever was changed since she read the page.
    private static bool IsNo(string act, IFormCollection fields) => act is "refuse" or "withdraw" || (act is "purpose" or "field" or "disclosure" && fields["on"] != "yes");

    private static void Make(Referral referral, Occasion occasion, string act, IFormCollection fields)
    {
        var (what, on) = (fields["what"].ToString(), fields["on"] == "yes");
        switch (act)
        {
            case "agree":
                referral.Agree(occasion, new Agreement(
                    occasion.Programme.ConsentVersion, AgreementForm.Code, [Purpose.Send, .. fields["purpose"].Select(word => PublicWords.Read<Purpose>(word ?? "")).OfType<Purpose>()],
                    fields["asked"] == "hidden" ? MoveForm.HiddenIn(fields["hidden"]) : null,
                    [.. fields["disclosure"].OfType<string>()]));
                break;
            case "refuse":
                referral.DeclineConsent(occasion);
                break;
            case "answer":
                referral.GiveInformation(occasion, fields["text"].ToString());
                break;
            case "complete":
                referral.Complete(occasion);
                break;
            case "discontinue":
                referral.Discontinue(occasion, PublicWords.Read<ReasonCode>(fields["reason"].ToString()) ?? throw new ReferralInvalidException("reason", RefusalCodes.ReasonUnknown));
                break;
            case "withdraw":
                referral.Withdraw(occasion);
                break;
            case "purpose" when PublicWords.Read<Purpose>(what) is { } purpose:
                referral.Switch(occasion, purpose, on);
                break;
            case "field" when PublicWords.Read<ClientField>(what) is { } field:
                referral.Switch(occasion, field, on);
                break;
            case "disclosure":
                referral.Switch(occasion, what, on);
                break;
            default:
                throw new ReferralInvalidException("act", RefusalCodes.FieldRequired);
        }
    }

    private static IResult Page(HttpContext context, OwnShown shown, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<OwnPage, OwnShown>(shown, status);
    }
}

/// <summary>What the client's page shows; code and PIN only so that her next wish can be posted with them.</summary>
internal sealed record OwnShown(ClientSight? Sight, string Code, string Pin, string? Problem, bool Acted)
{
    public override string ToString() => nameof(OwnShown);
}
