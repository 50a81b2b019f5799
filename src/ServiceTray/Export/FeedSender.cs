using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Export;

/// <summary>Sends a feed, or says that the asker has it: the tag changes with what is on the tray and, since dates pass, with the hour.</summary>
internal sealed class FeedSender(OfferingWalker walker, OfferingIndexer indexer, RequestLanguage request, TimeProvider clock)
{
    // Another program may write the same things otherwise.
    private static readonly Guid Program = typeof(FeedSender).Assembly.ManifestModule.ModuleVersionId;

    /// <summary>Answers with what is found; finding is left out when the asker has it already.</summary>
    /// <exception cref="Refusals.RefusalException">What is asked cannot be accepted.</exception>
    public async Task SendAsync(HttpContext http, IFeedFormat format, string title, bool isPrivate, Func<IReadOnlyList<Guid>> find)
    {
        var now = clock.GetUtcNow();
        var tag = Tag(http.Request, now);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = isPrivate, Public = !isPrivate, MaxAge = TimeSpan.FromMinutes(5) };
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var ids = find();
        http.Response.ContentType = format.ContentType;
        var sheet = FeedSheet.Of(http.Request, title, request.Language, now);
        try
        {
            await format.WriteAsync(http.Response.BodyWriter, sheet, walker.ReadAsync(ids, http.RequestAborted), http.RequestAborted);
        }
        catch (Exception) when (http.Response.HasStarted)
        {
            // Half a feed must not look whole.
            http.Abort();
            throw;
        }
    }

    private EntityTagHeaderValue Tag(HttpRequest asked, DateTimeOffset now)
    {
        var all = FormattableString.Invariant($"{Program} {indexer.State.Sequence} {now.ToUnixTimeSeconds() / 3600} {request.Language} {asked.Scheme} {asked.Host}{asked.PathBase}{asked.Path}{asked.QueryString}");
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 12))}\"", isWeak: true);
    }
}
