using ServiceTray.Pictures;
using ServiceTray.Web;

namespace ServiceTray.Offerings;

/// <summary>The picture that an offering shows; one that it shows no more is not there.</summary>
internal static class PictureEndpoints
{
    public static void MapPictures(this IEndpointRouteBuilder app) => app.MapGet($"/tarjonta/{{id}}{ShownPicture.Tail}", ShowAsync).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(string id, string picture, string size, HttpContext context, OfferingReader reader, PictureFolder folder) =>
        Guid.TryParseExact(id, "D", out var key) && Guid.TryParseExact(picture, "D", out var asked) && PictureSize.Named(size) is { } named
        && await reader.ReadAsync(key, context.RequestAborted) is { Offering.Picture: { } shown } && shown.Id == asked && folder.FileOrNull(asked, named) is { } file
            ? PictureFile.Of(file, context, forEverybody: true)
            : ErrorEndpoints.Of(StatusCodes.Status404NotFound);
}
