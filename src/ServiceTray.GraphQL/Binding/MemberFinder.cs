using System.Reflection;
using ServiceTray.GraphQL.Introspection;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Binding;

/// <summary>Looks for what answers a field: resolvers on the type, then on its interfaces, then a member of the bound type.</summary>
internal sealed class MemberFinder
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly Dictionary<string, List<MethodInfo>> methods = new(StringComparer.Ordinal);

    public MemberFinder(TypeSystem schema, IReadOnlyList<(Type Type, On On)> resolvers)
    {
        foreach (var (type, on) in resolvers.Concat(IntrospectionFields.All))
        {
            var name = on.Root switch
            {
                On.OperationRoot.Query => schema.Query?.Name ?? "Query",
                On.OperationRoot.Mutation => schema.Mutation?.Name ?? "Mutation",
                On.OperationRoot.Subscription => schema.Subscription?.Name ?? "Subscription",
                _ => on.TypeName!,
            };
            if (!methods.TryGetValue(name, out var list))
            {
                methods[name] = list = [];
            }

            list.AddRange(type.GetMethods(Static).Where(m => !m.IsPrivate && !m.IsSpecialName));
        }
    }

    public static string MemberName(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    public MemberInfo? Find(ObjectType type, FieldDefinition field)
    {
        var method = Method(type.Name, field.Name)
            ?? type.Interfaces.Select(i => Method(i.Name, field.Name)).FirstOrDefault(m => m is not null);
        return method ?? (type.Bound is { } bound ? Member(bound, field.Name) : null);
    }

    public MethodInfo FindMeta(FieldDefinition field) => Method("__meta", field.Name.TrimStart('_'))!;

    private static bool Answers(string member, string field) =>
        member.Equals(field, StringComparison.OrdinalIgnoreCase)
        || (member.EndsWith("Async", StringComparison.Ordinal) && member.AsSpan(0, member.Length - 5).Equals(field, StringComparison.OrdinalIgnoreCase));

    private static MemberInfo? Member(Type bound, string field)
    {
        IEnumerable<Type> types = bound.IsInterface ? bound.GetInterfaces().Prepend(bound) : [bound];
        foreach (var type in types)
        {
            var member = type.GetProperties(Instance).FirstOrDefault(p => p.GetMethod is { IsPrivate: false } && p.GetIndexParameters().Length == 0 && Answers(p.Name, field))
                ?? type.GetFields(Instance).FirstOrDefault(f => !f.IsPrivate && Answers(f.Name, field))
                ?? (MemberInfo?)type.GetMethods(Instance).FirstOrDefault(m => !m.IsPrivate && !m.IsSpecialName && m.DeclaringType != typeof(object) && Answers(m.Name, field));
            if (member is not null)
            {
                return member;
            }
        }

        return null;
    }

    private MethodInfo? Method(string type, string field) => methods.GetValueOrDefault(type)?.Find(m => Answers(m.Name, field));
}
