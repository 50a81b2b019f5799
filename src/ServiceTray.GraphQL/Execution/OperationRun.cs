using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Planning;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>One run of an operation: what its resolvers may ask, and what went wrong so far. Not for use by several threads at once.</summary>
internal sealed class OperationRun(TypeSystem schema, OperationPlan plan, IReadOnlyDictionary<string, object?> variables)
{
    private object?[]?[]? arguments;
    private bool?[]? included;
    private readonly List<(Type Type, object Service)> services = [];

    public TypeSystem Schema { get; } = schema;

    public OperationPlan Plan { get; } = plan;

    public IReadOnlyDictionary<string, object?> Variables { get; } = variables;

    /// <summary>Gives, of <see cref="Host"/>, the services of the request; asked only when a resolver wants one.</summary>
    public required Func<object?, IServiceProvider> Services { get; init; }

    /// <summary>The host's own context, as HttpContext.</summary>
    public object? Host { get; init; }

    /// <summary>Turns a resolver's exception into the error to tell.</summary>
    public required Func<Exception, GraphQLError> Explain { get; init; }

    public int MaxErrors { get; init; } = 100;

    /// <summary>When it has to end; set as it begins.</summary>
    public Deadline Deadline { get; set; } = null!;

    public CancellationToken Cancellation => Deadline.Token;

    public LoaderQueue Loaders { get; } = new();

    public List<GraphQLError> Errors { get; } = [];

    /// <summary>A run of the same operation for one event of its subscription, with services and loaders of its own.</summary>
    public OperationRun ForEvent(IServiceProvider services) => new(Schema, Plan, Variables)
    {
        Services = _ => services,
        Host = Host,
        Explain = Explain,
        MaxErrors = MaxErrors,
    };

    /// <summary>A service of the request or a loader; asked of its container once, since a list asks for the same few again and again.</summary>
    public object Service(Type type)
    {
        foreach (var (known, service) in services)
        {
            if (known == type)
            {
                return service;
            }
        }

        var made = Services(Host).GetService(type) ?? throw new InvalidOperationException($"No {type.Name} is registered.");
        (made as BatchLoader)?.Queue = Loaders;
        services.Add((type, made));
        return made;
    }

    public object?[] Arguments(FieldPlan field) =>
        field.Constants ?? ((arguments ??= new object?[Plan.FieldCount][])[field.Id] ??= ArgumentValues.Make(field, Variables));

    /// <summary>Whether <c>@skip</c> and <c>@include</c> let a field in.</summary>
    public bool Includes(FieldPlan field) =>
        field.Guards is null || ((included ??= new bool?[Plan.FieldCount])[field.Id] ??= field.Guards.Any(g => g.Holds(Variables)));

    /// <summary>Adds a field's error, up to the limit.</summary>
    public void Report(GraphQLError error, FieldPlan field, IReadOnlyList<object> path)
    {
        if (Errors.Count < MaxErrors)
        {
            Errors.Add(error.At(error.Locations.Count > 0 ? error.Locations : Locate(field), path));
        }
    }

    private IReadOnlyList<SourceLocation> Locate(FieldPlan field) => [.. field.Asked.Select(a => Plan.Source.Locate(a.Node.Offset))];
}
