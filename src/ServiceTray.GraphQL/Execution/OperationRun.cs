using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Planning;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>One run of an operation: what its resolvers may ask, and what went wrong so far. Not for use by several threads at once.</summary>
internal sealed class OperationRun
{
    private readonly object?[]?[] arguments;
    private readonly bool?[] included;
    private Dictionary<Type, BatchLoader>? loaders;

    public OperationRun(TypeSystem schema, OperationPlan plan, IReadOnlyDictionary<string, object?> variables)
    {
        Schema = schema;
        Plan = plan;
        Variables = variables;
        arguments = new object?[plan.FieldCount][];
        included = new bool?[plan.FieldCount];
    }

    public TypeSystem Schema { get; }

    public OperationPlan Plan { get; }

    public IReadOnlyDictionary<string, object?> Variables { get; }

    public required IServiceProvider Services { get; init; }

    /// <summary>The host's own context, as HttpContext.</summary>
    public object? Host { get; init; }

    public CancellationToken Cancellation { get; set; }

    /// <summary>Turns a resolver's exception into the error to tell.</summary>
    public required Func<Exception, GraphQLError> Explain { get; init; }

    public int MaxErrors { get; init; } = 100;

    public LoaderQueue Loaders { get; } = new();

    public List<GraphQLError> Errors { get; } = [];

    /// <summary>A run of the same operation for one event of its subscription, with services and loaders of its own.</summary>
    public OperationRun ForEvent(IServiceProvider services) => new(Schema, Plan, Variables)
    {
        Services = services,
        Host = Host,
        Explain = Explain,
        MaxErrors = MaxErrors,
    };

    public object Loader(Type type)
    {
        loaders ??= [];
        if (!loaders.TryGetValue(type, out var loader))
        {
            loaders[type] = loader = (BatchLoader)Service(type);
            loader.Queue = Loaders;
        }

        return loader;
    }

    public object Service(Type type) =>
        Services.GetService(type) ?? throw new InvalidOperationException($"No {type.Name} is registered.");

    public object?[] Arguments(FieldPlan field) => field.Constants ?? (arguments[field.Id] ??= ArgumentValues.Make(field, Variables));

    /// <summary>Whether <c>@skip</c> and <c>@include</c> let a field in.</summary>
    public bool Includes(FieldPlan field) =>
        field.Guards is null || (included[field.Id] ??= field.Guards.Any(g => g.Holds(Variables)));

    /// <summary>Adds a field's error, up to the limit.</summary>
    public void Report(GraphQLError error, FieldPlan field, IReadOnlyList<object> path)
    {
        if (Errors.Count < MaxErrors)
        {
            Errors.Add(error.At(error.Locations.Count > 0 ? error.Locations : Locate(field), path));
        }
    }

    private IReadOnlyList<SourceLocation> Locate(FieldPlan field) => [.. field.Offsets.Select(Plan.Source.Locate)];
}
