using System.Text.Json;
using ServiceTray.GraphQL.Planning;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>Coerces the variables of a request (specification, section 6.1.2).</summary>
internal static class VariableCoercion
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>The variables that were given or have a default; every one that does not fit adds an error.</summary>
    /// <param name="plan">Tells which there are.</param>
    /// <param name="given">A JSON object; of kind undefined when none was given.</param>
    /// <param name="errors">Gets what does not fit.</param>
    public static Dictionary<string, object?> Coerce(OperationPlan plan, JsonElement given, List<GraphQLError> errors)
    {
        if (plan.Variables.Count == 0)
        {
            return None;
        }

        var coerced = new Dictionary<string, object?>(plan.Variables.Count, StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var variable in plan.Variables)
        {
            if (given.ValueKind == JsonValueKind.Object && given.TryGetProperty(variable.Name, out var element))
            {
                coerced[variable.Name] = JsonCoercion.Coerce(variable.Type, element, new ValuePlace(null, variable.Shown), problems);
            }
            else if (variable.Default is not null)
            {
                LiteralCoercion.TryCoerce(variable.Type, variable.Default, null, out var value);
                coerced[variable.Name] = value;
            }
            else if (variable.Type.IsNonNull)
            {
                problems.Add($"The variable {variable.Shown} of type {variable.Type} is required.");
            }

            foreach (var problem in problems)
            {
                errors.Add(new GraphQLError(problem, ErrorCodes.VariableInvalid) { Locations = [plan.Source.Locate(variable.Node.Offset)] });
            }

            problems.Clear();
        }

        return coerced;
    }
}
