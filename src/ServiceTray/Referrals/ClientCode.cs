using System.Security.Cryptography;
using System.Text;

namespace ServiceTray.Referrals;

/// <summary>The client's code: 80 bits, written in letters that are not mistaken for each other; only its hash is kept.</summary>
internal static class ClientCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;

    /// <summary>The code that belongs to a referral's key; made again from it, so that a sending repeated gives the same.</summary>
    public static string Of(byte[] key)
    {
        var bits = new System.Numerics.BigInteger(HMACSHA256.HashData(key, "client-code"u8).AsSpan(0, 10), isUnsigned: true);
        var code = new StringBuilder(Length + 3);
        for (var i = 0; i < Length; i++)
        {
            code.Append(i > 0 && i % 4 == 0 ? "-" : "").Append(Letters[(int)(bits & 31)]);
            bits >>= 5;
        }

        return code.ToString();
    }

    /// <summary>The hash of what somebody typed, however she spaced it; whatever is no code hashes too, and is found nowhere.</summary>
    public static string HashOf(string typed)
    {
        var letters = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(Length * 2)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"referral-code\n{letters}")));
    }
}
