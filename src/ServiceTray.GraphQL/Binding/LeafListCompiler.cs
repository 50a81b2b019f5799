using System.Linq.Expressions;
using System.Reflection;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Binding;

/// <summary>Compiles lists of common leaves to be written straight into the answer, without an object for each item.</summary>
internal static class LeafListCompiler
{
    /// <summary>Null for what has no short way.</summary>
    public static WriteLeaves? TryCompile(SchemaType type, Type given)
    {
        if (type.Nullable is not ListType list || ReturnTypes.Item(given) is not { } item
            || !given.IsAssignableTo(typeof(IReadOnlyList<>).MakeGenericType(item)) || LeafCompiler.Writer(list.Of.Nullable, item) is not { } write)
        {
            return null;
        }

        var value = Expression.Parameter(item, "value");
        var one = Expression.Lambda(typeof(Func<,,>).MakeGenericType(typeof(ResponseBuffer), item, typeof(Outcome)), write(value), LeafCompiler.Buffer, value).Compile();
        return (WriteLeaves)typeof(LeafListCompiler).GetMethod(nameof(Writing), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(item).Invoke(null, [one])!;
    }

    private static WriteLeaves Writing<T>(Func<ResponseBuffer, T, Outcome> write) => (list, from, to, buffer) =>
    {
        var items = (IReadOnlyList<T>)list;
        for (var index = from; index < to; index++)
        {
            var start = buffer.Length;
            if (index > 0)
            {
                buffer.WriteByte((byte)',');
            }

            if (write(buffer, items[index]) != Outcome.Written)
            {
                buffer.Length = start;
                return index;
            }
        }

        return to;
    };
}
