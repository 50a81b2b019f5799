using System.Numerics;
using System.Security.Cryptography;
using ServiceTray.Codes;

namespace ServiceTray.Referrals;

/// <summary>The client's code, made again from the referral's own key, so that a sending repeated gives the same and it is stored nowhere.</summary>
internal static class ClientCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Bytes = 10;

    public static SecretCode Of(byte[] key)
    {
        var bits = new BigInteger(HMACSHA256.HashData(key, "client-code"u8).AsSpan(0, Bytes), isUnsigned: true);
        var letters = string.Create(Length, bits, static (span, left) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Letters[(int)(left & 31)];
                left >>= 5;
            }
        });
        return SecretCode.TryRead(letters, out var code) ? code : throw new InvalidOperationException("A code of the right letters is one.");
    }

    /// <summary>What to look for; what is no code stands for one that nobody has, so that nothing which is done tells it from a wrong one.</summary>
    public static string HashOf(string typed) => (SecretCode.TryRead(typed, out var code) ? code : SecretCode.New()).Hash;
}
