namespace ServiceTray.GraphQL.Binding;

/// <summary>What the host gave to bind with.</summary>
/// <param name="Bindings">.NET types and the schema types they stand for.</param>
/// <param name="Resolvers">Static classes and the schema types whose fields they answer.</param>
/// <param name="IsService">Whether dependency injection gives values of a type.</param>
/// <param name="HostType">The type of the host's own context (ASP.NET Core's HttpContext), which resolvers may take.</param>
/// <param name="GuardOf">What is called with the host's context before a field is answered, by the names of its type and its own, and throws to refuse; null: nothing.</param>
internal sealed record BindingSources(
    IReadOnlyList<(Type Type, string Name)> Bindings,
    IReadOnlyList<(Type Type, On On)> Resolvers,
    Func<Type, bool> IsService,
    Type? HostType,
    Func<string, string, Action<object?>?>? GuardOf = null);
