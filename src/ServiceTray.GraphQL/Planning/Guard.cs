using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Planning;

/// <summary>What must hold of boolean variables for a selection to be taken in: <c>@skip</c> and <c>@include</c> all the way down to it.</summary>
internal sealed record Guard(IReadOnlyList<(string Variable, bool Wanted)> Conditions)
{
    /// <summary>Adds a selection's directives; <paramref name="never"/> when they can never hold.</summary>
    public static Guard? With(Guard? outer, IReadOnlyList<DirectiveNode> directives, out bool never)
    {
        never = false;
        var guard = outer;
        foreach (var directive in directives)
        {
            if (directive.Name is not ("skip" or "include"))
            {
                continue;
            }

            var wanted = directive.Name == "include";
            switch (directive.Argument("if"))
            {
                case BooleanValueNode constant:
                    never |= constant.Value != wanted;
                    break;
                case VariableValueNode variable:
                    guard = guard.And(variable.Name, wanted, ref never);
                    break;
            }
        }

        return guard;
    }

    public bool Holds(IReadOnlyDictionary<string, object?> variables)
    {
        foreach (var (variable, wanted) in Conditions)
        {
            // A nullable variable with a default may stand there, and still be given as null.
            if (variables.GetValueOrDefault(variable) is not bool value)
            {
                throw new GraphQLException(new GraphQLError($"The variable ${variable} of @skip or @include may not be null.", ErrorCodes.VariableInvalid));
            }

            if (value != wanted)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Joins conditions to a guard that may not be there yet.</summary>
internal static class GuardJoining
{
    public static Guard? And(this Guard? guard, string variable, bool wanted, ref bool never)
    {
        if (guard is null)
        {
            return new Guard([(variable, wanted)]);
        }

        never |= guard.Conditions.Contains((variable, !wanted));
        return guard.Conditions.Contains((variable, wanted)) ? guard : new Guard([.. guard.Conditions, (variable, wanted)]);
    }
}
