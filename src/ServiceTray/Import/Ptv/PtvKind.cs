using System.Text.Json;

namespace ServiceTray.Import.Ptv;

/// <summary>What a record is.</summary>
internal static class PtvKind
{
    public const string Service = "services";
    public const string Channel = "channels";
    public const string Organisation = "organisations";

    /// <summary>By what it looks like, else by its file's name; null: neither tells.</summary>
    public static string? Of(JsonElement record, string file)
    {
        return Has("serviceChannelType") || Has("serviceChannelNames") ? Channel
            : Has("organizationNames") || Has("organizationType") ? Organisation
            : Has("serviceNames") || Has("serviceClasses") ? Service
            : Named("channel") ? Channel
            : Named("organi") ? Organisation
            : Named("service") ? Service
            : null;

        bool Has(string property) => record.TryGetProperty(property, out _);

        bool Named(string part) => file.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
