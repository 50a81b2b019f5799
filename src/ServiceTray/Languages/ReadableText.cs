using System.Buffers;
using System.Text;

namespace ServiceTray.Languages;

/// <summary>What counts as text: no NUL, no half of a surrogate pair, and nothing that cannot be normalised.</summary>
internal static class ReadableText
{
    // The one character besides halves of pairs that String.Normalize throws at.
    private const char NotNormalisable = '\uFFFE';

    public static bool Is(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done || !IsReadable(rune))
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    /// <summary>The text with U+FFFD in the place of each character that cannot be read.</summary>
    public static string Of(string text)
    {
        if (Is(text))
        {
            return text;
        }

        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            readable.Append(IsReadable(rune) ? rune.ToString() : $"{Rune.ReplacementChar}");
        }

        return readable.ToString();
    }

    private static bool IsReadable(Rune rune) => rune.Value is not (0 or NotNormalisable);
}
