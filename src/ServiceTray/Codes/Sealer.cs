using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace ServiceTray.Codes;

/// <summary>
/// Encrypts what people entrust to the tray before it is stored. The keys lie in the data folder and are renewed by themselves; what
/// an earlier key sealed, it still opens.
/// </summary>
internal sealed class Sealer(IDataProtectionProvider protection, ILogger<Sealer> logger)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The value, sealed for one purpose: what is sealed for another does not open it.</summary>
    public string Seal<T>(string purpose, T value) => protection.CreateProtector($"ServiceTray.{purpose}").Protect(JsonSerializer.Serialize(value, Options));

    /// <summary>What was sealed; null, and said in the log, when the key to it is gone.</summary>
    public T? OpenOrNull<T>(string purpose, string closed)
        where T : class
    {
        try
        {
            return Open<T>(purpose, closed);
        }
        catch (CryptographicException)
        {
            logger.LogWarning("Something of {Purpose} that was kept cannot be opened: its key is not among those in the data folder", purpose);
            return null;
        }
    }

    /// <summary>What was sealed and given to a browser; null, and no word of it, for what it sends may be anything, or of an earlier shape.</summary>
    public T? OpenSentOrNull<T>(string purpose, string closed)
        where T : class
    {
        try
        {
            return Open<T>(purpose, closed);
        }
        catch (Exception nothing) when (nothing is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private T? Open<T>(string purpose, string closed) => JsonSerializer.Deserialize<T>(protection.CreateProtector($"ServiceTray.{purpose}").Unprotect(closed), Options);
}
