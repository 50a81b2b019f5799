using System.Security.Cryptography;
using System.Text;

namespace ServiceTray.Accounts;

/// <summary>Tokens of programs: 256 random bits, told once; only their hash is kept, and they are long enough that no other guard is needed.</summary>
internal static class ProgramToken
{
    private const string Start = "tray_";

    public static string Make() => Start + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
