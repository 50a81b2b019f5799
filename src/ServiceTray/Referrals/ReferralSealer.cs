using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace ServiceTray.Referrals;

/// <summary>Encrypts what is about a person with a key of the referral's own, itself wrapped by the key ring.</summary>
internal sealed class ReferralSealer(IDataProtectionProvider ring)
{
    private const int KeyBytes = 32;
    private const int Nonce = 12;
    private const int Tag = 16;

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly IDataProtector protector = ring.CreateProtector("referral-key");

    /// <summary>A new key, as it is used and as it is stored.</summary>
    public (byte[] Key, ReferralKey Stored) MakeKey(Guid referral)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        return (key, new ReferralKey { Referral = referral, Wrapped = Wrap(referral, key) });
    }

    /// <summary>A new key in the old one's stead; what the old one had sealed can never be read again.</summary>
    public byte[] Renew(ReferralKey stored)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        stored.Wrapped = Wrap(stored.Referral, key);
        return key;
    }

    public byte[] Unwrap(ReferralKey stored) => For(stored.Referral).Unprotect(stored.Wrapped);

    public static void Seal(Referral referral, byte[] key)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(referral.Content, Written);
        var box = new byte[Nonce + plain.Length + Tag];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce, plain.Length), box.AsSpan(^Tag..), referral.Id.ToByteArray());
        CryptographicOperations.ZeroMemory(plain);
        referral.Sealed = box;
    }

    public static void Open(Referral referral, byte[] key)
    {
        var box = referral.Sealed ?? throw new InvalidOperationException("The referral holds nothing that could be opened.");
        var plain = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce, plain.Length), box.AsSpan(^Tag..), plain, referral.Id.ToByteArray());
        referral.Content = JsonSerializer.Deserialize<ReferralContent>(plain, Written)!;
        CryptographicOperations.ZeroMemory(plain);
    }

    /// <summary>A mark that tells two sendings apart and says nothing to whoever lacks the key.</summary>
    public static string Mark(byte[] key, ReferralSendingInput input) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, JsonSerializer.SerializeToUtf8Bytes(input, Written)));

    private byte[] Wrap(Guid referral, byte[] key) => For(referral).Protect(key);

    private IDataProtector For(Guid referral) => protector.CreateProtector($"{referral}");
}
