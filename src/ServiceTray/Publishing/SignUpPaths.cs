namespace ServiceTray.Publishing;

/// <summary>Where an organisation asks to publish, and finds the answer.</summary>
internal static class SignUpPaths
{
    public const string Path = "/julkaise";

    /// <summary>Where an administrator answers.</summary>
    public const string Waiting = "/oma/hakemukset";
}
