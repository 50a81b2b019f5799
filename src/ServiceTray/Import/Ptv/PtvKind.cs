using System.Text.Json;
using ServiceTray.Import.Ptv.V12;

namespace ServiceTray.Import.Ptv;

/// <summary>What a record is.</summary>
internal static class PtvKind
{
    public const string Service = "services";
    public const string Channel = "channels";
    public const string Organisation = "organisations";

    /// <summary>What a record of version 12 is, or is told of.</summary>
    public static string Of(V12Kind newer) => newer switch
    {
        V12Kind.Service or V12Kind.Archived => Service,
        V12Kind.Channel => Channel,
        V12Kind.Organisation => Organisation,
        V12Kind.Connection => "connections",
        V12Kind.Description => "general-descriptions",
        V12Kind.Collection => "collections",
        V12Kind.Term => "terms",
        _ => "areas",
    };

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
