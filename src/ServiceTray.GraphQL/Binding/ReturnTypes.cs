using System.Collections;
using System.Reflection;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Binding;

/// <summary>What a member gives, seen through tasks, nullables and lists, and whether the schema's field can be answered with it.</summary>
internal static class ReturnTypes
{
    public static MethodInfo? Awaiter(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? Open(nameof(FromTask), type)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>) ? Open(nameof(FromValueTask), type)
        : null;

    public static MethodInfo? StreamReader(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? Open(nameof(FromStream), type) : null;

    /// <summary>The item type of a list; null when the type is none.</summary>
    public static Type? Item(Type type)
    {
        if (type == typeof(string) || !type.IsAssignableTo(typeof(IEnumerable)))
        {
            return null;
        }

        return type.GetInterfaces().Prepend(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0] ?? typeof(object);
    }

    public static void Check(FieldDefinition field, Type type, string member, List<string> problems)
    {
        var given = Awaiter(type) is not null || StreamReader(type) is not null ? type.GetGenericArguments()[0] : type;
        if (given == typeof(void) || given.IsAssignableTo(typeof(Task)) || !Fits(field.Type, given, problems))
        {
            problems.Add($"{field.Place}: {field} is {field.Type}, but {member} gives {Spell(type)}.");
        }
    }

    private static bool Fits(SchemaType type, Type given, List<string> problems)
    {
        given = Nullable.GetUnderlyingType(given) ?? given;
        if (given == typeof(object))
        {
            return true;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return Item(given) is { } item && Fits(list.Of, item, problems);
            case ScalarType scalar:
                return scalar.Scalar.CanWrite(given);
            case EnumType e:
                if (e.Bound is null && given.IsEnum)
                {
                    EnumBinding.Bind(e, given, problems);
                }

                return given == typeof(string) || given == e.Bound;
            case NamedType named:
                return Item(given) is null && !given.IsPrimitive && given != typeof(string) && (named is not ObjectType { Bound: { } bound }
                    || given.IsAssignableFrom(bound) || bound.IsAssignableFrom(given));
            default:
                return false;
        }
    }

    private static string Spell(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Spell))}>"
        : type.Name;

    private static MethodInfo Open(string name, Type type) =>
        typeof(ReturnTypes).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type.GetGenericArguments());

    private static ValueTask<object?> FromTask<T>(Task<T> task) => FromValueTask(new ValueTask<T>(task));

    private static ValueTask<object?> FromValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new(task.GetAwaiter().GetResult()) : Later(task);

        static async ValueTask<object?> Later(ValueTask<T> task) => await task.ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<object?> FromStream<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (var item in stream.ConfigureAwait(false))
        {
            yield return item;
        }
    }
}
