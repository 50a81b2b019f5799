using System.Linq.Expressions;
using System.Reflection;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Schema;
using ServiceTray.GraphQL.Schema.Scalars;

namespace ServiceTray.GraphQL.Binding;

/// <summary>Compiles the common leaves to write their value straight into the answer, without an object on the way.</summary>
internal static class LeafCompiler
{
    private const int MostNumbered = 256;

    public static readonly ParameterExpression Buffer = Expression.Parameter(typeof(ResponseBuffer), "buffer");

    /// <summary>The delegate's body is <paramref name="call"/> over the resolver's three parameters; null for what has no short way.</summary>
    public static WriteLeaf? TryCompile(SchemaType type, Expression call, params ParameterExpression[] parameters)
    {
        var given = Nullable.GetUnderlyingType(call.Type) ?? call.Type;
        if (Writer(type.Nullable, given) is not { } write)
        {
            return null;
        }

        var value = Expression.Variable(call.Type, "value");
        Expression written = given == call.Type
            ? write(value)
            : Expression.Condition(Expression.Property(value, "HasValue"), write(Expression.Property(value, "Value")), Expression.Constant(Outcome.Null));
        var body = Expression.Block([value], Expression.Assign(value, call), written);
        return Expression.Lambda<WriteLeaf>(body, [.. parameters, Buffer]).Compile();
    }

    /// <summary>Writes a value of a type that is not null; null for what has no short way.</summary>
    public static Func<Expression, Expression>? Writer(SchemaType type, Type given)
    {
        if (type is EnumType e && e.Bound == given)
        {
            if (NamesByNumber(e, given) is { } byNumber)
            {
                return value => Expression.Call(typeof(LeafCompiler), nameof(WriteNumbered), null, Buffer, Expression.Convert(value, typeof(int)), Expression.Constant(byNumber));
            }

            var names = typeof(LeafCompiler).GetMethod(nameof(NamesOf), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(given).Invoke(null, [e]);
            return value => Expression.Call(typeof(LeafCompiler), nameof(WriteName), [given], Buffer, value, Expression.Constant(names));
        }

        var name = (type as ScalarType)?.Scalar switch
        {
            StringScalar or IdScalar when given == typeof(string) => nameof(WriteText),
            IdScalar when given == typeof(Guid) => nameof(WriteId),
            IntScalar or FloatScalar when given == typeof(int) => nameof(WriteWhole),
            FloatScalar when given == typeof(double) => nameof(WriteDouble),
            BooleanScalar when given == typeof(bool) => nameof(WriteTruth),
            _ => null,
        };
        return name is null ? null : value => Expression.Call(typeof(LeafCompiler), name, null, Buffer, value);
    }

    // Most enums are numbered from naught, and a place in an array is found sooner than a key in a dictionary.
    private static byte[]?[]? NamesByNumber(EnumType type, Type given)
    {
        if (!given.IsEnum || Enum.GetUnderlyingType(given) != typeof(int) || !type.ByRuntime.Keys.All(value => value.GetType() == given && (int)value is >= 0 and < MostNumbered))
        {
            return null;
        }

        var names = new byte[]?[type.ByRuntime.Keys.Max(value => (int)value) + 1];
        foreach (var (value, known) in type.ByRuntime)
        {
            names[(int)value] = known.Json;
        }

        return names;
    }

    private static Outcome WriteNumbered(ResponseBuffer buffer, int number, byte[]?[] names)
    {
        if ((uint)number >= (uint)names.Length || names[number] is not { } name)
        {
            return Outcome.Failed;
        }

        buffer.WriteRaw(name);
        return Outcome.Written;
    }

    private static Dictionary<T, byte[]> NamesOf<T>(EnumType type)
        where T : notnull => type.ByRuntime.Where(p => p.Key is T).ToDictionary(p => (T)p.Key, p => p.Value.Json);

    private static Outcome WriteName<T>(ResponseBuffer buffer, T value, Dictionary<T, byte[]> names)
        where T : notnull
    {
        if (!names.TryGetValue(value, out var name))
        {
            return Outcome.Failed;
        }

        buffer.WriteRaw(name);
        return Outcome.Written;
    }

    private static Outcome WriteText(ResponseBuffer buffer, string? value)
    {
        if (value is null)
        {
            return Outcome.Null;
        }

        buffer.WriteString(value);
        return Outcome.Written;
    }

    private static Outcome WriteId(ResponseBuffer buffer, Guid value)
    {
        buffer.WriteQuoted(value);
        return Outcome.Written;
    }

    private static Outcome WriteWhole(ResponseBuffer buffer, int value)
    {
        buffer.WriteNumber(value);
        return Outcome.Written;
    }

    private static Outcome WriteDouble(ResponseBuffer buffer, double value)
    {
        if (!double.IsFinite(value))
        {
            return Outcome.Failed;
        }

        buffer.WriteNumber(value);
        return Outcome.Written;
    }

    private static Outcome WriteTruth(ResponseBuffer buffer, bool value)
    {
        buffer.WriteRaw(value ? "true"u8 : "false"u8);
        return Outcome.Written;
    }
}
