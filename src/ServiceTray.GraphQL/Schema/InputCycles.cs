namespace ServiceTray.GraphQL.Schema;

/// <summary>An input object that cannot be given without giving itself is none (specification, section 3.10).</summary>
internal static class InputCycles
{
    public static void Check(TypeSystem schema, List<string> problems)
    {
        var done = new HashSet<InputObjectType>();
        foreach (var type in schema.Types.Values.OfType<InputObjectType>())
        {
            Visit(type, [], done, problems);
        }
    }

    private static void Visit(InputObjectType type, List<InputObjectType> walk, HashSet<InputObjectType> done, List<string> problems)
    {
        if (walk.Contains(type))
        {
            problems.Add($"{type.Place}: {type.Name} can never be given, as it must hold itself: {string.Join(" → ", walk.Append(type).Select(t => t.Name))}.");
            return;
        }

        if (!done.Add(type))
        {
            return;
        }

        walk.Add(type);
        foreach (var field in type.Fields.Values)
        {
            if (field.Type is NonNullType { Of: InputObjectType next })
            {
                Visit(next, walk, done, problems);
            }
        }

        walk.RemoveAt(walk.Count - 1);
    }
}
