using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Binding;

/// <summary>Joins enum values to members of a .NET enum: <c>HOME_VISIT</c> is <c>HomeVisit</c>.</summary>
internal static class EnumBinding
{
    public static void Bind(EnumType type, Type clr, List<string> problems)
    {
        if (!clr.IsEnum)
        {
            problems.Add($"{type.Place}: {type} is an enum, but {clr.Name} is not.");
            return;
        }

        type.Bound = clr;
        var members = Enum.GetNames(clr);
        foreach (var value in type.Values.Values)
        {
            var wanted = value.Name.Replace("_", "", StringComparison.Ordinal);
            var member = Array.Find(members, m => m.Replace("_", "", StringComparison.Ordinal).Equals(wanted, StringComparison.OrdinalIgnoreCase));
            if (member is null)
            {
                problems.Add($"{value.Place}: {type}.{value.Name} has no counterpart in {clr.Name}.");
                continue;
            }

            value.Runtime = Enum.Parse(clr, member);
            type.ByRuntime.TryAdd(value.Runtime, value);
        }
    }
}
