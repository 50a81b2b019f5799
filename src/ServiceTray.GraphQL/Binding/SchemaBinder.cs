using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Binding;

/// <summary>Joins schema and code at start: each field, enum value and input field gets its counterpart, or a problem is told.</summary>
internal sealed class SchemaBinder(TypeSystem schema, BindingSources sources, List<string> problems)
{
    public RuntimeTypes RuntimeTypes { get; } = new();

    public void Bind()
    {
        BindTypes();
        var inputs = new InputConverters(problems);
        var compiler = new ResolverCompiler(sources, inputs, problems);
        var members = new MemberFinder(schema, sources.Resolvers);
        foreach (var type in schema.Types.Values.OfType<ObjectType>())
        {
            foreach (var field in type.Fields.Values)
            {
                if (members.Find(type, field) is { } member)
                {
                    compiler.Bind(type, field, member, sources.GuardOf?.Invoke(type.Name, field.Name));
                }
                else
                {
                    problems.Add($"{field.Place}: {field} has no counterpart: looked for a resolver "
                        + $"{MemberFinder.MemberName(field.Name)} of {type}"
                        + (type.Bound is { } bound ? $" and a member of {bound.Name}." : ", which is bound to no .NET type."));
                }
            }
        }

        BindMetaFields(compiler, members);
        FinishEnums();
    }

    private void BindTypes()
    {
        foreach (var (type, name) in sources.Bindings)
        {
            if (!schema.Types.TryGetValue(name, out var found))
            {
                problems.Add($"the code: {type.Name} is bound to {name}, which the schema does not have.");
                continue;
            }

            found.Bound ??= type;
            if (found is ObjectType o)
            {
                RuntimeTypes.Add(type, o);
            }
            else if (found is EnumType e)
            {
                EnumBinding.Bind(e, type, problems);
            }
        }

        foreach (var type in schema.Types.Values.Where(t => t is InterfaceType or UnionType))
        {
            foreach (var member in schema.PossibleTypes(type).Where(m => m.Bound is null))
            {
                problems.Add($"{member.Place}: {member} can stand for {type}, so it must be bound to a .NET type.");
            }
        }
    }

    private void BindMetaFields(ResolverCompiler compiler, MemberFinder members)
    {
        foreach (var field in schema.MetaFields.Values)
        {
            compiler.Bind((ObjectType)field.Parent, field, members.FindMeta(field), guard: null);
        }
    }

    private void FinishEnums()
    {
        foreach (var type in schema.Types.Values.OfType<EnumType>())
        {
            foreach (var value in type.Values.Values)
            {
                type.ByRuntime.TryAdd(value.Name, value);
            }
        }
    }
}
