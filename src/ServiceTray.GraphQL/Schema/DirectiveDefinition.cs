namespace ServiceTray.GraphQL.Schema;

/// <summary>A directive (specification, section 3.13).</summary>
internal sealed class DirectiveDefinition(string name, Place place)
{
    public string Name { get; } = name;

    public Place Place { get; } = place;

    public string? Description { get; init; }

    public bool IsRepeatable { get; init; }

    public required IReadOnlyList<string> Locations { get; init; }

    public OrderedDictionary<string, InputDefinition> Arguments { get; init; } = new(StringComparer.Ordinal);

    public bool IsBuiltIn => Place.Source.Name == BuiltIns.SourceName;
}
