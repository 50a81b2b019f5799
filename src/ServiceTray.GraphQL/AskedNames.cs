namespace ServiceTray.GraphQL;

/// <summary>
/// As a resolver's parameter: the names of the fields that the operation asks for, at any place and of any type, those too that a
/// variable may leave out. A hint by which a resolver works out at once what will be read; never a reason to answer otherwise.
/// </summary>
public sealed class AskedNames
{
    private readonly HashSet<string> names;

    internal AskedNames(HashSet<string> names) => this.names = names;

    /// <summary>Whether a field of this name, as the schema has it, is asked for.</summary>
    public bool Contain(string field) => names.Contains(field);
}
