namespace ServiceTray.Pictures;

/// <summary>Answers with a picture's file and nothing else: no other type may be read into it.</summary>
internal static class PictureFile
{
    public static IResult Of(string file, HttpContext context, bool forEverybody)
    {
        // What lies under an address never changes; what is not published yet is for those who write it.
        context.Response.Headers.CacheControl = forEverybody ? "public, max-age=31536000, immutable" : "private, no-store";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = forEverybody ? "cross-origin" : "same-origin";
        return Results.File(file, "image/jpeg");
    }
}
