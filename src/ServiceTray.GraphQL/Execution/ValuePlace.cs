namespace ServiceTray.GraphQL.Execution;

/// <summary>Where a value stands in a variable, as <c>$filter.near</c> or <c>$ids[2]</c>; written only when a problem is told.</summary>
/// <param name="within">What it stands in; null: nothing.</param>
/// <param name="name">Its field; null: it is an item of a list.</param>
/// <param name="item">Which item.</param>
internal sealed class ValuePlace(ValuePlace? within, string? name, int item = 0)
{
    public override string ToString() => within is null ? name! : name is null ? $"{within}[{item}]" : $"{within}.{name}";
}
