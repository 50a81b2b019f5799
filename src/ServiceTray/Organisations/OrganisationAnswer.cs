using ServiceTray.Languages;

namespace ServiceTray.Organisations;

/// <summary>An organisation as REST tells it.</summary>
internal sealed record OrganisationAnswer
{
    /// <summary>A lower-case UUID, lasting.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required Text Name { get; init; }

    /// <summary>What sort of body it is.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>Its Finnish business id; null: not told.</summary>
    public required string? BusinessId { get; init; }

    /// <summary>What it does.</summary>
    public required Text? Description { get; init; }

    /// <summary>How to reach it.</summary>
    public required IReadOnlyList<ContactAnswer> Contacts { get; init; }

    /// <summary>Its pages elsewhere.</summary>
    public required IReadOnlyList<LinkAnswer> Links { get; init; }

    /// <summary>Where the record comes from.</summary>
    public required Source Source { get; init; }

    /// <summary>When the record last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public static OrganisationAnswer Of(Organisation organisation, Language language) => new()
    {
        Id = organisation.Id,
        Name = organisation.Name.Pick(language),
        Kind = organisation.Kind,
        BusinessId = organisation.BusinessId,
        Description = organisation.Description.TextOrNull(language),
        Contacts = [.. organisation.Contacts.Select(contact => ContactAnswer.Of(contact, language))],
        Links = [.. organisation.Links.Select(link => LinkAnswer.Of(link, language))],
        Source = organisation.Source,
        UpdatedAt = organisation.UpdatedAt,
    };
}
