using System.Text.Json;
using ServiceTray.GraphQL.Planning;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>Coerces the variables of a request (specification, section 6.1.2).</summary>
internal static class VariableCoercion
{
    /// <summary>The variables that were given or have a default; every one that does not fit adds an error.</summary>
    public static Dictionary<string, object?> Coerce(OperationPlan plan, JsonElement given, List<GraphQLError> errors)
    {
        var coerced = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var variable in plan.Variables)
        {
            var problems = new List<string>();
            if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty(variable.Name, out var element))
            {
                if (variable.Default is not null)
                {
                    LiteralCoercion.TryCoerce(variable.Type, variable.Default, null, out var value);
                    coerced[variable.Name] = value;
                }
                else if (variable.Type.IsNonNull)
                {
                    problems.Add($"The variable ${variable.Name} of type {variable.Type} is required.");
                }
            }
            else
            {
                coerced[variable.Name] = JsonCoercion.Coerce(variable.Type, element, "$" + variable.Name, problems);
            }

            errors.AddRange(problems.Select(problem => new GraphQLError(problem, ErrorCodes.VariableInvalid)
            {
                Locations = [plan.Source.Locate(variable.Node.Offset)],
            }));
        }

        return coerced;
    }
}
