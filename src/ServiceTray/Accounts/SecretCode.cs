using System.Security.Cryptography;
using System.Text;

namespace ServiceTray.Accounts;

/// <summary>Codes and tokens that are told once; only their hash is kept, and they are long enough that no other guard is needed.</summary>
internal static class SecretCode
{
    // Crockford's letters: none that is read as another.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;
    private const int Group = 5;
    private const string TokenStart = "tray_";

    /// <summary>A code to read aloud and type, as <c>7K2QD-…</c>: 100 bits.</summary>
    public static string Make() =>
        string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(letters => new string(letters)));

    /// <summary>A token for a program: 256 bits.</summary>
    public static string MakeToken() => TokenStart + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash of a code as it was typed: small letters, spaces and the letters that look like digits are forgiven.</summary>
    public static string HashOf(string typed)
    {
        var read = typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter });
        return HashOfToken(string.Concat(read));
    }

    public static string HashOfToken(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
