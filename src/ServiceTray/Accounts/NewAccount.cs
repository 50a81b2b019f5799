using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>What an account is made of, as it was typed.</summary>
internal sealed record NewAccount(string SignInName, string DisplayName, string Password)
{
    /// <summary>Long enough that nobody guesses it, with no rule on what letters it has (NIST SP 800-63B).</summary>
    public const int ShortestPassword = 12;

    public const int LongestPassword = 256;

    /// <summary>What is wrong; empty: nothing.</summary>
    public IReadOnlyList<AccountProblem> Problems =>
    [
        .. IsLine(SignInName) ? [] : new[] { AccountProblem.NameInvalid },
        .. IsLine(DisplayName) ? [] : new[] { AccountProblem.DisplayNameInvalid },
        .. PasswordProblem is { } problem ? [problem] : Array.Empty<AccountProblem>(),
    ];

    private AccountProblem? PasswordProblem =>
        Password.Length < ShortestPassword ? AccountProblem.PasswordShort
        : Password.Length > LongestPassword || !ReadableText.Is(Password) ? AccountProblem.PasswordInvalid
        : Password.Distinct().Count() < 5 || (SignInName.Length > 3 && Password.Contains(SignInName.Trim(), StringComparison.OrdinalIgnoreCase)) ? AccountProblem.PasswordEasy
        : null;

    private static bool IsLine(string written) =>
        !string.IsNullOrWhiteSpace(written) && written.Length <= Account.LongestName && ReadableText.Is(written) && !written.Any(char.IsControl);

    // A record's own text would show the password.
    public override string ToString() => nameof(NewAccount);
}

/// <summary>Why an account is not made.</summary>
internal enum AccountProblem
{
    NameInvalid,
    NameTaken,
    DisplayNameInvalid,
    PasswordShort,
    PasswordInvalid,
    PasswordEasy,
}
