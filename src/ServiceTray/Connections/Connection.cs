using ServiceTray.Themes;

namespace ServiceTray.Connections;

/// <summary>A calendar or table that an organisation keeps elsewhere, and that is read from there again and again.</summary>
internal sealed class Connection
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required ConnectionKind Kind { get; init; }

    /// <summary>Its address, sealed (<see cref="ConnectionAddress"/>).</summary>
    public required string Address { get; set; }

    /// <summary>What a calendar's events are about when they do not tell.</summary>
    public required ThemeCode? Theme { get; init; }

    /// <summary>How many hours lie between two readings.</summary>
    public required int Hours { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who connected it, or has taken it on since; without her role at the organisation it is not read.</summary>
    public required Guid MadeBy { get; set; }

    /// <summary>When the organisation was told that she publishes there no more; null: it was not.</summary>
    public DateTimeOffset? LeftToldAt { get; set; }

    public required DateTimeOffset NextAt { get; set; }

    /// <summary>When it was ended; what it brought goes as soon as no reading of it goes on. Null: it was not.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Failed readings since the last that did not.</summary>
    public int Failures { get; set; }

    /// <summary>The source's name: its ids are made of it, so that no record of another source can be meant.</summary>
    public string SourceName => $"own-{Id:N}";
}

/// <summary>What is read at an address.</summary>
internal enum ConnectionKind
{
    /// <summary>iCalendar.</summary>
    Calendar,

    /// <summary>A table by the template.</summary>
    Table,
}
