using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>Where a part of the schema is written; reads <c>Offerings.graphql:12</c>.</summary>
internal readonly record struct Place(Source Source, int Offset)
{
    public override string ToString() => $"{Source.Name}:{Source.Locate(Offset).Line}";
}
