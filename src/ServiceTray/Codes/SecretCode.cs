using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ServiceTray.Codes;

/// <summary>
/// A random code that opens one thing to whoever has it: sixteen or more, five bits each, of the letters that Crockford chose so that they are read
/// aloud and written down without mistakes. It is never stored; only its hash is.
/// </summary>
internal sealed class SecretCode
{
    /// <summary>Letters of a code: 80 bits.</summary>
    public const int UsualLength = 16;

    private const int Groups = 4;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly string letters;

    private SecretCode(string letters) => this.letters = letters;

    /// <summary>As it is shown, <c>7KQ2-M0XA-9VTB-H3WE</c>. Nothing else tells it, lest a log does by accident.</summary>
    public string Words => string.Join('-', letters.Chunk(letters.Length / Groups).Select(group => new string(group)));

    /// <summary>The same for paper, where a line must not end within it.</summary>
    public string PrintedWords => Words.Replace('-', '\u2011');

    /// <summary>What is stored and looked up. So many random bits need no slow hash: none of them can be guessed from it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(letters)));

    public static SecretCode New(int length = UsualLength) => new(RandomNumberGenerator.GetString(Alphabet, length));

    /// <summary>Reads it as people write it: in any case, with or without hyphens and spaces, O for 0, I or L for 1.</summary>
    public static bool TryRead([NotNullWhen(true)] string? written, [NotNullWhen(true)] out SecretCode? code, int length = UsualLength)
    {
        code = null;
        var read = new StringBuilder(length);
        foreach (var letter in written ?? "")
        {
            if (letter is '-' or '–' or '\u2011' || char.IsWhiteSpace(letter))
            {
                continue;
            }

            var meant = char.ToUpperInvariant(letter) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (read.Length == length || !Alphabet.Contains(meant, StringComparison.Ordinal))
            {
                return false;
            }

            read.Append(meant);
        }

        code = read.Length == length ? new SecretCode($"{read}") : null;
        return code is not null;
    }

    /// <summary>Whether it is the code of this hash, in a time that tells nothing of how much of it is right.</summary>
    public bool Opens(string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(hash));

    public override string ToString() => "(a code)";
}
