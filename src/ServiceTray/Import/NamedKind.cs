using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Import;

/// <summary>What a body is, as its name tells in Finnish or Swedish.</summary>
internal static class NamedKind
{
    // In this order: a parish is no municipality, though its name ends like one.
    private static readonly (string Part, OrganisationKind Kind)[] Told =
    [
        ("hyvinvointialue", OrganisationKind.County),
        ("välfärdsområde", OrganisationKind.County),
        ("seurakun", OrganisationKind.Parish),
        ("församling", OrganisationKind.Parish),
        ("työllisyysalue", OrganisationKind.EmploymentService),
        ("te-toimisto", OrganisationKind.EmploymentService),
    ];

    private static readonly (string Part, OrganisationKind Kind)[] Guessed =
    [
        ("kaupunki", OrganisationKind.Municipality),
        ("kaupungin", OrganisationKind.Municipality),
        ("kunta", OrganisationKind.Municipality),
        (" stad", OrganisationKind.Municipality),
        ("kommun", OrganisationKind.Municipality),
        (" ry", OrganisationKind.Association),
        (" rf", OrganisationKind.Association),
        ("yhdistys", OrganisationKind.Association),
        ("förening", OrganisationKind.Association),
        (" oy", OrganisationKind.Company),
        (" ab", OrganisationKind.Company),
    ];

    /// <summary>What a register has no type for; null: the name does not tell.</summary>
    public static OrganisationKind? Surely(LocalizedText name) => Of(name, Told);

    /// <summary>The same, else what the name likely means, for sources that tell no type at all.</summary>
    public static OrganisationKind? Of(LocalizedText name) => Of(name, Told) ?? Of(name, Guessed);

    private static OrganisationKind? Of(LocalizedText name, (string Part, OrganisationKind Kind)[] parts)
    {
        foreach (var (part, kind) in parts)
        {
            if (name.Any(text => part[0] == ' ' ? $"{text.Value} ".Contains($"{part} ", StringComparison.OrdinalIgnoreCase) : text.Value.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                return kind;
            }
        }

        return null;
    }
}
