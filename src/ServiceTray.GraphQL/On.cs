namespace ServiceTray.GraphQL;

/// <summary>Names the schema type whose fields a class of resolvers answers.</summary>
public sealed record On
{
    private On(string? typeName, OperationRoot root) => (TypeName, Root) = (typeName, root);

    /// <summary>The schema's query root.</summary>
    public static On Query { get; } = new(null, OperationRoot.Query);

    /// <summary>The schema's mutation root.</summary>
    public static On Mutation { get; } = new(null, OperationRoot.Mutation);

    /// <summary>The schema's subscription root.</summary>
    public static On Subscription { get; } = new(null, OperationRoot.Subscription);

    internal string? TypeName { get; }

    internal OperationRoot Root { get; }

    /// <summary>An object type, or an interface, whose resolvers then answer for each object type that implements it.</summary>
    /// <param name="name">The type's name in the schema.</param>
    public static On Type(string name) => new(name, OperationRoot.None);

    internal enum OperationRoot
    {
        None,
        Query,
        Mutation,
        Subscription,
    }
}
