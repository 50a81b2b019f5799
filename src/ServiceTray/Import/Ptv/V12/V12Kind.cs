using System.Text.Json;

namespace ServiceTray.Import.Ptv.V12;

/// <summary>What a record of version 12 is.</summary>
internal enum V12Kind
{
    Service,
    Channel,
    Organisation,
    Connection,
    Description,
    Collection,
    Term,
    Region,
    County,
    Archived,
}

/// <summary>Tells version 12's records from those of the versions before it.</summary>
internal static class V12Kinds
{
    /// <summary>By what it looks like, else by its file's name; null: it is of a version before.</summary>
    public static V12Kind? Of(JsonElement record, string file)
    {
        return Has("serviceContentId") && Has("channelContentId") ? V12Kind.Connection
            : Has("contentId") ? Content()
            : Has("isValid") && Has("uri") && Has("parentUris") ? V12Kind.Term
            : Has("isValid") && Has("municipalities") ? Named("county") || Named("wellbeing") ? V12Kind.County : V12Kind.Region
            : null;

        V12Kind? Content() =>
            Has("serviceChannelType") ? V12Kind.Channel
            : Has("generalDescriptionTypes") ? V12Kind.Description
            : Has("serviceType") ? V12Kind.Service
            : Has("organizationType") ? V12Kind.Organisation
            : Has("items") || Named("collection") ? V12Kind.Collection
            : Named("archived") && !Named("channel") && !Named("organi") ? V12Kind.Archived
            : null;

        bool Has(string property) => record.TryGetProperty(property, out _);

        bool Named(string part) => file.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
