using System.Text;
using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>One spelling of each name that people sign in with.</summary>
internal static class SignInNames
{
    /// <summary>The name in small letters, composed, without spaces around it; null: it is no name.</summary>
    public static string? Read(string written) =>
        string.IsNullOrWhiteSpace(written) || written.Length > Account.LongestName || !ReadableText.Is(written) || written.Any(char.IsControl)
            ? null
            : written.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
