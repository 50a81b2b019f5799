using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Codes;
using ServiceTray.Offerings;
using ServiceTray.Web;

namespace ServiceTray.Publishing.Confirmations;

/// <summary>The page to which the link of a reminder leads; looking changes nothing, since programs of mail look too.</summary>
internal static class ConfirmationEndpoints
{
    public static void MapConfirmations(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{ConfirmationPaths.Path}/{{code}}", ShowAsync).ExcludeFromDescription();
        app.MapPost($"{ConfirmationPaths.Path}/{{code}}", AnswerAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string code, HttpContext context, ConfirmationDesk desk) => Page(
        context, code, await desk.FindAsync(code, context.Connection.RemoteIpAddress, context.RequestAborted), ConfirmationStage.Asked, StatusCodes.Status200OK);

    private static async Task<IResult> AnswerAsync(string code, HttpContext context, ConfirmationDesk desk)
    {
        var fields = await FormPage.ReadAsync(context);
        var from = context.Connection.RemoteIpAddress;
        try
        {
            var until = fields["answer"] == "break" ? DateOf(fields["until"]) : (DateOnly?)null;
            return Page(context, code, await desk.AnswerAsync(code, until, from, context.RequestAborted), ConfirmationStage.Thanked, StatusCodes.Status200OK);
        }
        catch (BreakInvalidException)
        {
            return Page(context, code, await desk.FindAsync(code, from, context.RequestAborted), ConfirmationStage.Refused, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static DateOnly DateOf(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new BreakInvalidException();

    private static IResult Page(HttpContext context, string code, Offering? offering, ConfirmationStage stage, int status) => FormPage.Of<ConfirmationPage, ConfirmationShown>(
        context,
        token => new(offering, SecretCode.TryRead(code, out var read) ? ConfirmationPaths.Of(read) : ConfirmationPaths.Path, stage, token),
        offering is null ? StatusCodes.Status404NotFound : status);
}

/// <summary>How far the asking is.</summary>
internal enum ConfirmationStage
{
    Asked,
    Refused,
    Thanked,
}

/// <summary>What is asked of; null: the link leads to nothing.</summary>
internal sealed record ConfirmationShown(Offering? Offering, string Address, ConfirmationStage Stage, AntiforgeryTokenSet Token);
