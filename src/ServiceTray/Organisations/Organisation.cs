using ServiceTray.Languages;

namespace ServiceTray.Organisations;

/// <summary>A body that offers something on the tray.</summary>
internal sealed class Organisation
{
    public required Guid Id { get; init; }

    public required LocalizedText Name { get; set; }

    public required OrganisationKind Kind { get; set; }

    public string? BusinessId { get; set; }

    public LocalizedText Description { get; set; } = LocalizedText.Empty;

    public IReadOnlyList<Contact> Contacts { get; set; } = [];

    public IReadOnlyList<Link> Links { get; set; } = [];

    public required Source Source { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
