using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.GraphQL.Schema;
using ServiceTray.GraphQL.Schema.Scalars;

namespace ServiceTray.GraphQL.Http;

/// <summary>Gathers what a server is made of; everything is checked together at start, by <see cref="GraphQLSetup.MapGraphQL"/>.</summary>
public sealed class GraphQLBuilder
{
    internal GraphQLBuilder(IServiceCollection services) => Services = services;

    internal IServiceCollection Services { get; }

    internal List<(string File, string Sdl)> Sources { get; } = [];

    internal List<(Type Type, string Name)> Bindings { get; } = [];

    internal Dictionary<string, Scalar> Scalars { get; } = new(StringComparer.Ordinal);

    internal List<(Type Type, On On)> Resolvers { get; } = [];

    internal List<Func<Exception, GraphQLError?>> ErrorMaps { get; } = [];

    internal List<Action<GraphQLOptions>> Configurations { get; } = [];

    internal Func<IServiceProvider, string, string, Action<HttpContext>?>? FieldGuard { get; private set; }

    /// <summary>Takes every embedded resource that ends in <c>.graphql</c>, sorted by name (ordinal).</summary>
    /// <param name="assembly">The assembly that embeds them.</param>
    public GraphQLBuilder AddSchema(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".graphql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Sources.Add((name, reader.ReadToEnd()));
        }

        return this;
    }

    /// <summary>Takes a schema text.</summary>
    /// <param name="file">The name that mismatches are told with.</param>
    /// <param name="sdl">Type system definitions and extensions.</param>
    public GraphQLBuilder AddSchema(string file, string sdl)
    {
        Sources.Add((file, sdl));
        return this;
    }

    /// <summary>Binds an object, interface, union, enum or input type to a .NET type; fields are answered by members of the same name.</summary>
    /// <typeparam name="T">The .NET type; may be internal, so may its members.</typeparam>
    /// <param name="name">The schema's name; null: the .NET type's own.</param>
    public GraphQLBuilder Bind<T>(string? name = null) => Bind(typeof(T), name);

    /// <summary>Binds a type given at run time; see <see cref="Bind{T}(string?)"/>.</summary>
    /// <param name="type">The .NET type.</param>
    /// <param name="name">The schema's name; null: the .NET type's own.</param>
    public GraphQLBuilder Bind(Type type, string? name = null)
    {
        Bindings.Add((type, name ?? type.Name));
        return this;
    }

    /// <summary>Takes each public or internal static method of a static class as the resolver of the field of that name.</summary>
    /// <param name="resolvers">The static class.</param>
    /// <param name="types">The schema types whose fields it answers.</param>
    public GraphQLBuilder AddResolvers(Type resolvers, params On[] types)
    {
        Resolvers.AddRange(types.Select(on => (resolvers, on)));
        return this;
    }

    /// <summary>Makes a loader available as a parameter of resolvers, one for each request.</summary>
    /// <typeparam name="TLoader">The loader.</typeparam>
    public GraphQLBuilder AddLoader<TLoader>()
        where TLoader : BatchLoader
    {
        Services.AddScoped<TLoader>();
        return this;
    }

    /// <summary>Gives a scalar of the schema its form: a JSON string, read and written by two functions.</summary>
    /// <typeparam name="T">The .NET type that resolvers give and take.</typeparam>
    /// <param name="name">The scalar's name in the schema.</param>
    /// <param name="read">The value of a text; null when the text does not fit. Must not throw.</param>
    /// <param name="write">The text of a value.</param>
    /// <param name="wanted">What a right text is, to end the sentence "expected …".</param>
    public GraphQLBuilder AddScalar<T>(string name, Func<string, T?> read, Func<T, string> write, string wanted)
        where T : notnull
    {
        Scalars[name] = new TextFormScalar<T>(read, write, wanted);
        return this;
    }

    /// <summary>Turns known exceptions of resolvers into errors; null leaves it to the next map, and at last to an INTERNAL error with an id, its trace in the log.</summary>
    /// <param name="map">Must not throw.</param>
    public GraphQLBuilder OnError(Func<Exception, GraphQLError?> map)
    {
        ErrorMaps.Add(map);
        return this;
    }

    /// <summary>Sets who may ask which field: asked once for each at start, by the names of its type and its own.</summary>
    /// <param name="guardOf">Null: everyone may; else what is called before the field's resolver in each run, and throws to refuse.</param>
    public GraphQLBuilder Guard(Func<IServiceProvider, string, string, Action<HttpContext>?> guardOf)
    {
        FieldGuard = guardOf;
        return this;
    }

    /// <summary>Changes limits and ways.</summary>
    /// <param name="configure">Called once, at start.</param>
    public GraphQLBuilder Configure(Action<GraphQLOptions> configure)
    {
        Configurations.Add(configure);
        return this;
    }
}
