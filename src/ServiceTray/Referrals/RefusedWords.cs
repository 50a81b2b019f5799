using System.Text;
using System.Text.RegularExpressions;
using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>What no field of a referral may hold: personal identity codes, diagnoses and their codes. It names the field and never what stood there.</summary>
internal sealed partial class RefusedWords(IReadOnlyList<string> diagnoses)
{
    // Everyday words that only look like codes: the vitamin, and the age limit on a film.
    private static readonly string[] Innocent = ["B12", "K18"];

    private readonly IReadOnlyList<string> diagnoses = [.. diagnoses.Select(word => word.ToLowerInvariant())];

    public IEnumerable<ReferralProblem> Check(string field, string? words, int longest)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            yield break;
        }

        if (words.Length > longest)
        {
            yield return new(field, RefusalCodes.TextTooLong);
        }
        else if (!ReadableText.Is(words))
        {
            yield return new(field, RefusalCodes.TextInvalid);
        }
        else if (Plain(words) is var plain && IdentityCode.IsIn(plain))
        {
            yield return new(field, RefusalCodes.IdentityCodeRefused);
        }
        else if (HoldsDiagnosis(plain))
        {
            yield return new(field, RefusalCodes.DiagnosisRefused);
        }
    }

    public void Require(string field, string? words, int longest, bool isRequired = false)
    {
        if (isRequired && string.IsNullOrWhiteSpace(words))
        {
            throw new ReferralInvalidException(field, RefusalCodes.FieldRequired);
        }

        if (Check(field, words, longest).ToList() is { Count: > 0 } problems)
        {
            throw new ReferralInvalidException(problems);
        }
    }

    private bool HoldsDiagnosis(string plain)
    {
        var lower = plain.ToLowerInvariant();
        return DiagnosisCode().EnumerateMatches(plain) is var codes && Any(codes, plain)
            || diagnoses.Any(word => StandsAtStart(lower, word));
    }

    private static bool Any(Regex.ValueMatchEnumerator codes, string plain)
    {
        foreach (var code in codes)
        {
            if (!Innocent.Contains(plain.Substring(code.Index, code.Length).ToUpperInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    // The beginning of a word is enough, since Finnish words are inflected and joined.
    private static bool StandsAtStart(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetter(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    // Wide letters, hidden characters and every sort of dash are seen through.
    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var letter in words.Normalize(NormalizationForm.FormKC))
        {
            if (char.GetUnicodeCategory(letter) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control) || char.IsWhiteSpace(letter))
            {
                plain.Append(char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.DashPunctuation || letter == '\u2212' ? '-' : letter);
            }
        }

        return plain.ToString();
    }

    // ICD-10 and ICPC-2 (F32, F32.1, P76) and ICD-11 (6A70.1).
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[A-Za-z][0-9]{2}(?:\.[0-9A-Za-z]{1,4})?|[0-9][A-HJ-NP-Za-hj-np-z][0-9][0-9A-Za-z](?:\.[0-9A-Za-z]{1,2})?)(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DiagnosisCode();
}
