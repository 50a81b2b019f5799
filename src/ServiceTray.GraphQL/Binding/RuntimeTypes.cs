using System.Collections.Concurrent;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Binding;

/// <summary>Which object type a .NET object is, by its type, a type it derives from or an interface it has.</summary>
internal sealed class RuntimeTypes
{
    private readonly Dictionary<Type, List<ObjectType>> bound = [];
    private readonly ConcurrentDictionary<Type, ObjectType[]> known = new();

    public void Add(Type type, ObjectType schemaType)
    {
        if (!bound.TryGetValue(type, out var list))
        {
            bound[type] = list = [];
        }

        list.Add(schemaType);
    }

    /// <summary>The object type of a value among the possible ones; null when it is none of them.</summary>
    public ObjectType? Find(object value, HashSet<ObjectType> possible)
    {
        var type = value.GetType();
        foreach (var candidate in known.TryGetValue(type, out var candidates) ? candidates : known.GetOrAdd(type, Candidates))
        {
            if (possible.Contains(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private ObjectType[] Candidates(Type type)
    {
        var found = new List<ObjectType>();
        for (var at = type; at is not null; at = at.BaseType)
        {
            found.AddRange(bound.GetValueOrDefault(at) ?? []);
        }

        foreach (var at in type.GetInterfaces())
        {
            found.AddRange(bound.GetValueOrDefault(at) ?? []);
        }

        return [.. found];
    }
}
