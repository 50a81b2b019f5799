using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ServiceTray.GraphQL.Http;

/// <summary>Entity tags of answers to GET, so that a client need not fetch the same twice. Weak, as compression may change the bytes.</summary>
internal static class EntityTags
{
    /// <summary>Tells the answer's tag, and whether the caller holds that answer already.</summary>
    public static bool IsKnown(HttpContext context, ReadOnlySpan<byte> answer)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(answer, hash);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash[..16])}\"", isWeak: true);
        context.Response.Headers.ETag = tag.ToString();
        return EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var held)
            && held.Any(h => h.Compare(tag, useStrongComparison: false) || h.Equals(EntityTagHeaderValue.Any));
    }
}
