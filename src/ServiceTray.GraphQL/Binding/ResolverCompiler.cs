using System.Linq.Expressions;
using System.Reflection;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Binding;

/// <summary>Makes a delegate of a resolver method or a member: every parameter's source is decided at start, the code is made when the field is first asked.</summary>
internal sealed class ResolverCompiler(BindingSources sources, InputConverters inputs, List<string> problems)
{
    private static readonly ParameterExpression Parent = Expression.Parameter(typeof(object), "parent");
    private static readonly ParameterExpression Arguments = Expression.Parameter(typeof(object?[]), "arguments");
    private static readonly ParameterExpression Run = Expression.Parameter(typeof(OperationRun), "run");

    public void Bind(ObjectType type, FieldDefinition field, MemberInfo member, Action<object?>? guard)
    {
        var told = problems.Count;
        var slots = new List<InputSlot>();
        Expression call = member switch
        {
            PropertyInfo property => Expression.Property(Owner(type.Bound!), property),
            FieldInfo data => Expression.Field(Owner(type.Bound!), data),
            MethodInfo method => Expression.Call(
                method.IsStatic ? null : Owner(type.Bound!),
                method,
                method.GetParameters().Select(p => Parameter(type, field, method, p, slots)).ToArray()),
            _ => throw new ArgumentOutOfRangeException(nameof(member)),
        };
        foreach (var argument in field.Arguments.Values.Where(a => slots.TrueForAll(s => s.Definition != a)))
        {
            problems.Add($"{argument.Place}: the argument {argument.Name} of {field} is taken by no parameter of {Spell(member)}.");
        }

        ReturnTypes.Check(field, call.Type, Spell(member), problems);
        if (problems.Count == told)
        {
            field.ResolveBy(() => guard is null ? Build(field, call, slots) : Build(field, call, slots).After(guard));
        }
    }

    private static UnaryExpression Owner(Type bound) => Expression.Convert(Parent, bound);

    private static string Spell(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    private static FieldResolver Build(FieldDefinition field, Expression call, List<InputSlot> slots)
    {
        if (ReturnTypes.Awaiter(call.Type) is { } awaiter)
        {
            var later = Expression.Lambda<ResolveLater>(Expression.Call(awaiter, call), Parent, Arguments, Run).Compile();
            return new FieldResolver { Later = later, Arguments = slots };
        }

        if (ReturnTypes.StreamReader(call.Type) is { } reader)
        {
            var stream = Expression.Lambda<ResolveStream>(Expression.Call(reader, call), Parent, Arguments, Run).Compile();
            return new FieldResolver { Stream = stream, Arguments = slots };
        }

        var now = Expression.Lambda<ResolveNow>(Expression.Convert(call, typeof(object)), Parent, Arguments, Run).Compile();
        return new FieldResolver
        {
            Now = now,
            Leaf = LeafCompiler.TryCompile(field.Type, call, Parent, Arguments, Run),
            Leaves = LeafListCompiler.TryCompile(field.Type, call.Type),
            Arguments = slots,
        };
    }

    private Expression Parameter(ObjectType type, FieldDefinition field, MethodInfo method, ParameterInfo parameter, List<InputSlot> slots)
    {
        var wanted = parameter.ParameterType;
        if (wanted == typeof(CancellationToken))
        {
            return Expression.Property(Run, nameof(OperationRun.Cancellation));
        }

        if (wanted == typeof(AskedNames))
        {
            return Expression.Property(Expression.Property(Run, nameof(OperationRun.Plan)), nameof(Planning.OperationPlan.Names));
        }

        if (wanted == sources.HostType)
        {
            return Expression.Convert(Expression.Property(Run, nameof(OperationRun.Host)), wanted);
        }

        if (wanted == typeof(OperationRun))
        {
            return Run;
        }

        var argument = field.Arguments.Values.FirstOrDefault(a => a.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
        if (type.Bound is { } bound && wanted.IsAssignableFrom(bound) && (argument is null || wanted != typeof(object)))
        {
            return Expression.Convert(Parent, wanted);
        }

        if (wanted.IsAssignableTo(typeof(BatchLoader)) || (argument is null && sources.IsService(wanted)))
        {
            return Expression.Convert(Expression.Call(Run, nameof(OperationRun.Service), null, Expression.Constant(wanted)), wanted);
        }

        if (argument is null)
        {
            problems.Add($"{field.Place}: the parameter {parameter.Name} ({wanted.Name}) of {Spell(method)} is neither the parent, a loader, a service nor an argument of {field}.");
            return Expression.Default(wanted);
        }

        slots.Add(new InputSlot(
            argument,
            inputs.For(argument.Type, wanted, $"{argument.Place}: the argument {argument.Name} of {field}"),
            InputConverters.AbsentOf(parameter),
            InputConverters.RefusesNull(parameter)) { IsEnclosing = parameter.IsDefined(typeof(EnclosingAttribute)) });
        return Expression.Convert(Expression.ArrayIndex(Arguments, Expression.Constant(slots.Count - 1)), wanted);
    }
}
