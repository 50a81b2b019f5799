using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ServiceTray.Surveys;

/// <summary>
/// Reads the posted survey. The usual reader throws the whole form away for one character NUL in it, and a call for help with it; here it
/// comes through and is told at its question.
/// </summary>
internal static class SurveyFormReader
{
    private const string Encoded = "application/x-www-form-urlencoded";

    /// <summary>Whether the body is of the kind that is read here.</summary>
    public static bool Takes(HttpRequest request) => request.ContentType?.StartsWith(Encoded, StringComparison.OrdinalIgnoreCase) == true;

    /// <exception cref="BadHttpRequestException">The body is no form, too large, or holds too many fields.</exception>
    public static async Task<SurveyForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var body = new StreamReader(request.Body, Encoding.UTF8);
            using var form = new FormReader(await body.ReadToEndAsync(cancellationToken));
            return new SurveyForm((await form.ReadFormAsync(cancellationToken)).ToDictionary(field => field.Key, field => field.Value));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, exception);
        }
    }
}
