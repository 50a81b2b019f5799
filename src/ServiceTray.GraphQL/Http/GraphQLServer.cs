using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceTray.GraphQL.Binding;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Introspection;
using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Planning;
using ServiceTray.GraphQL.Schema;
using ServiceTray.GraphQL.Validation;

namespace ServiceTray.GraphQL.Http;

/// <summary>The built server: schema, code and limits, and the plans made so far.</summary>
internal sealed class GraphQLServer
{
    private static readonly Dictionary<string, object?> NoVariables = [];
    private readonly Doorkeeper doorkeeper = new();
    private readonly ByteBoundedCache<(DocumentText Document, string? OperationName), OperationPlan> plans;

    private GraphQLServer(GraphQLOptions options, TypeSystem schema, RuntimeTypes types, Faults faults, TimeProvider time)
    {
        Options = options;
        Schema = schema;
        Faults = faults;
        Explain = faults.Explain;
        Time = time;
        Runner = new OperationRunner(types, options.Parallel);
        Cost = new PlanCost(options.AssumedListSize, options.MaxCost);
        plans = new(options.PlanCacheBytes);
        Documents = new PersistedDocuments(options);
    }

    public GraphQLOptions Options { get; }

    public TypeSystem Schema { get; }

    public Faults Faults { get; }

    public Func<Exception, GraphQLError> Explain { get; }

    public TimeProvider Time { get; }

    public OperationRunner Runner { get; }

    public PersistedDocuments Documents { get; }

    public PlanCost Cost { get; }

    /// <summary>Builds schema and bindings.</summary>
    /// <exception cref="SchemaException">Everything that does not fit, told together.</exception>
    public static GraphQLServer Build(GraphQLBuilder builder, IServiceProvider services)
    {
        var options = new GraphQLOptions();
        builder.Configurations.ForEach(configure => configure(options));
        var problems = new List<string>();
        var scalars = StandardScalars.All(options.TimeZone);
        foreach (var (name, scalar) in builder.Scalars)
        {
            scalars[name] = scalar;
        }

        var schema = SchemaBuilder.Build(builder.Sources.Select(s => new Source(s.Sdl, s.File)), scalars, problems);
        var isService = services.GetService<IServiceProviderIsService>();
        var sources = new BindingSources(
            [.. builder.Bindings, .. IntrospectionFields.Bindings],
            builder.Resolvers,
            type => isService?.IsService(type) == true,
            typeof(HttpContext),
            builder.FieldGuard is { } guardOf ? (type, field) => guardOf(services, type, field) is { } guard ? host => guard((HttpContext)host!) : null : null);
        var binder = new SchemaBinder(schema, sources, problems);
        if (schema.Query is not null)
        {
            binder.Bind();
        }

        if (problems.Count > 0)
        {
            throw new SchemaException(problems);
        }

        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("ServiceTray.GraphQL");
        return new GraphQLServer(options, schema, binder.RuntimeTypes, new Faults(builder.ErrorMaps, logger, time), time);
    }

    /// <summary>The plan of a document's operation; null when errors were added.</summary>
    public OperationPlan? Plan(DocumentText document, string? operationName, List<GraphQLError> errors)
    {
        if (plans.Find((document, operationName)) is { } known)
        {
            return known;
        }

        try
        {
            var tree = Parser.Parse(new Source(document.Decode()), Options.MaxTokens);
            errors.AddRange(DocumentValidator.Validate(Schema, tree, Options.MaxErrors));
            if (errors.Count > 0 || Choose(tree, operationName, errors) is not { } operation)
            {
                return null;
            }

            var plan = Planner.Plan(Schema, tree, operation, Options.MaxDepth);
            if (PlanCost.Aliases(plan.Root) > Options.MaxAliases)
            {
                errors.Add(new GraphQLError($"The operation has more than {Options.MaxAliases} aliases.", ErrorCodes.LimitExceeded));
                return null;
            }

            PlanCost.CheckSlicing(plan.Root, tree.Source);
            plan.ConstantCost = PlanCost.IsVariable(plan.Root) ? null : Cost.Of(plan.Root, NoVariables);
            if (doorkeeper.HasSeen(HashCode.Combine(document, operationName)))
            {
                plans.Add((document.Kept(), operationName), plan, plan.Size + document.Length);
            }

            return plan;
        }
        catch (SyntaxException exception)
        {
            errors.Add(exception.ToError());
        }
        catch (GraphQLException exception)
        {
            errors.Add(exception.Error);
        }

        return null;
    }

    /// <summary>Whether a run could cost more than allowed.</summary>
    public bool IsTooCostly(OperationPlan plan, IReadOnlyDictionary<string, object?> variables) =>
        (plan.ConstantCost ?? Cost.Of(plan.Root, variables)) > Options.MaxCost;

    /// <summary>Runs within the time limit; an operation that passes it is answered by the error TIMEOUT.</summary>
    public Task RunAsync(HttpContext context, OperationRun run, ResponseBuffer buffer) => WithinTimeAsync(context, run, buffer, isEvent: false, null);

    /// <summary>The same for one event of a subscription.</summary>
    public Task RunEventAsync(HttpContext context, OperationRun run, ResponseBuffer buffer, object? value) => WithinTimeAsync(context, run, buffer, isEvent: true, value);

    private async Task WithinTimeAsync(HttpContext context, OperationRun run, ResponseBuffer buffer, bool isEvent, object? value)
    {
        using var deadline = new Deadline(Time, Options.Timeout, context.RequestAborted);
        run.Deadline = deadline;
        try
        {
            await (isEvent ? Runner.RunEventAsync(run, buffer, value) : Runner.RunAsync(run, buffer)).ConfigureAwait(false);
        }
        catch (Exception) when (deadline.HasCome && !context.RequestAborted.IsCancellationRequested)
        {
            buffer.Length = 0;
            var error = new GraphQLError($"The operation did not end within {Options.Timeout.TotalSeconds} s.", ErrorCodes.Timeout);
            ErrorWriter.WriteAnswer(buffer, [error], hasBegun: true);
        }
    }

    private static OperationNode? Choose(DocumentNode document, string? name, List<GraphQLError> errors)
    {
        var operations = document.Definitions.OfType<OperationNode>().Where(o => name is null || o.Name == name).ToList();
        if (operations.Count == 1)
        {
            return operations[0];
        }

        errors.Add(new GraphQLError(
            name is not null ? $"There is no operation \"{name}\"."
            : operations.Count == 0 ? "There is no operation in the document."
            : "The document has several operations, so \"operationName\" must tell which to run.",
            ErrorCodes.ValidationFailed));
        return null;
    }
}
