using System.Security.Cryptography;
using System.Text;

namespace ServiceTray.Organisations;

/// <summary>Where a record comes from, and what it is called there.</summary>
internal sealed record Source(string Name, string Id, string? Licence = null, DateTimeOffset? FetchedAt = null, string? Url = null)
{
    /// <summary>The source of what organisations write here.</summary>
    public const string Own = "tray";

    // Chosen once for the tray: the namespace of every id that is made of (source, id there).
    private static readonly Guid Namespace = new("6f1f1c2e-9f6f-5d5b-8f0a-3a3d1f1c7a11");

    /// <summary>The lasting id of what a source calls so: a UUID of version 5 (RFC 9562, section 5.5).</summary>
    public static Guid IdOf(string source, string id)
    {
        byte[] named = [.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{source}\n{id}")];
#pragma warning disable CA5350 // SHA-1 is what version 5 is made of; nothing is kept secret by it.
        var hash = SHA1.HashData(named).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
