using ServiceTray.Codes;

namespace ServiceTray.Publishing.Confirmations;

/// <summary>Where the links lead.</summary>
internal static class ConfirmationPaths
{
    public const string Path = "/vahvistus";

    public static string Of(SecretCode code) => $"{Path}/{code.Words}";
}
