using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>The entity tag of an answer made of offerings: it changes with what is on the tray and, since dates pass, with the hour.</summary>
internal sealed class AnswerTag(OfferingIndexer indexer, RequestLanguage request, TimeProvider clock)
{
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(5);

    // Another program may write the same things otherwise.
    private static readonly Guid Program = typeof(AnswerTag).Assembly.ManifestModule.ModuleVersionId;

    /// <summary>
    /// Puts tag and caching on the answer, which caches keep for some minutes or (what is read by those who follow) ask about each time;
    /// true: the asker has it already and is told so, nothing more is to be written.
    /// </summary>
    public bool IsKnown(HttpContext http, bool isPrivate, bool isAskedEachTime = false)
    {
        var tag = Of(http.Request);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = isPrivate, Public = !isPrivate, NoCache = isAskedEachTime, MaxAge = isAskedEachTime ? null : MostAge };
        if (!http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private EntityTagHeaderValue Of(HttpRequest asked)
    {
        var all = FormattableString.Invariant($"{Program} {indexer.State.Sequence} {clock.GetUtcNow().ToUnixTimeSeconds() / 3600} {request.Language} {asked.Scheme} {asked.Host}{asked.PathBase}{asked.Path}{asked.QueryString}");
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 12))}\"", isWeak: true);
    }
}
