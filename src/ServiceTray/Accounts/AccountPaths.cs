namespace ServiceTray.Accounts;

/// <summary>Pages of the room that others lead to.</summary>
internal static class AccountPaths
{
    public const string SignIn = "/kirjaudu";

    public const string Programs = "/oma/ohjelmat";
}
