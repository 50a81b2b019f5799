namespace ServiceTray.Offerings.Persons;

/// <summary>
/// A person who lets herself be reached about an offering: shown on its page until a day, and nowhere else. She is no
/// <see cref="Organisations.Contact"/>, which is a role's and open data; so no feed, index, draft or history can hold her.
/// </summary>
internal sealed class PersonContact
{
    /// <summary>What it is sealed for.</summary>
    public const string Purpose = "person-contact";

    /// <summary>How far ahead the last day may lie; then she is asked again.</summary>
    public const int LongestDays = 366;

    public required Guid Id { get; init; }

    public required Guid OfferingId { get; init; }

    /// <summary>A <see cref="PersonWords"/>, sealed.</summary>
    public required string Closed { get; set; }

    public required DateOnly LastDay { get; set; }

    /// <summary>When it was said that she permits it.</summary>
    public required DateTimeOffset PermittedAt { get; set; }

    /// <summary>The account that said so.</summary>
    public required Guid NotedBy { get; set; }
}

/// <summary>Who she is and how to reach her: by a number, an address or both.</summary>
internal sealed record PersonWords(string Name, string? Phone, string? Email);

/// <summary>A person as a page shows her.</summary>
internal sealed record PersonShown(Guid Id, PersonWords Words, DateOnly LastDay);
