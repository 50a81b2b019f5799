namespace ServiceTray.Web;

/// <summary>Reads a posted form; one that cannot be read is a bad request, and no failure of ours.</summary>
internal static class PageForm
{
    /// <exception cref="BadHttpRequestException">The body is no form, or holds what no form can.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("The body is no form.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or IOException and not BadHttpRequestException)
        {
            // Too many fields, the character NUL in one, or a body that breaks off.
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, exception);
        }
    }
}
