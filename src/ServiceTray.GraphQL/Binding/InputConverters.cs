using System.Globalization;
using System.Reflection;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Binding;

/// <summary>Makes, at start, the functions that turn coerced input values into what parameters and input records want.</summary>
internal sealed class InputConverters(List<string> problems)
{
    private readonly Dictionary<(InputObjectType, Type), InputRecord> records = [];

    public static object? DefaultOf(Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;

    /// <summary>Whether a parameter says that it cannot hold null; code without nullable annotations says nothing.</summary>
    public static bool RefusesNull(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull;

    /// <summary>Whether a property says that it cannot hold null.</summary>
    public static bool RefusesNull(PropertyInfo property) => new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull;

    /// <summary>What a parameter gets when nothing is given: its own default, else that of its type.</summary>
    public static object? AbsentOf(ParameterInfo parameter)
    {
        var bare = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return !parameter.HasDefaultValue || parameter.DefaultValue is not { } given ? DefaultOf(parameter.ParameterType)
            : bare.IsEnum && !bare.IsInstanceOfType(given) ? Enum.ToObject(bare, given) // Metadata keeps a nullable enum's default as a number.
            : given;
    }

    /// <summary>The function for a schema type and a .NET type; a problem is told when there is none.</summary>
    /// <param name="type">The input's type.</param>
    /// <param name="target">What is wanted.</param>
    /// <param name="what">How a problem names the input, file and line first.</param>
    public Func<object?, object?> For(SchemaType type, Type target, string what)
    {
        var bare = Nullable.GetUnderlyingType(target) ?? target;
        var empty = DefaultOf(target);
        Func<object, object?>? convert = type.Nullable switch
        {
            _ when bare == typeof(object) => Plain,
            ListType list => List(list, bare, what),
            EnumType e => Enumeration(e, bare),
            ScalarType => ScalarTo(bare, isNullable: bare != target),
            InputObjectType input => Record(input, bare, what),
            _ => null,
        };
        if (convert is null)
        {
            problems.Add($"{what} is {type}, which cannot become {target.Name}.");
            return value => value;
        }

        return value => value is null ? empty : convert(value);
    }

    private static object? Plain(object value) => value switch
    {
        EnumValue e => e.Runtime,
        List<object?> list => list.ConvertAll(item => item is null ? null : Plain(item)),
        InputObject o => o.ToDictionary(Plain),
        _ => value,
    };

    private Func<object, object?>? Enumeration(EnumType type, Type target)
    {
        if (target == typeof(string))
        {
            return value => ((EnumValue)value).Name;
        }

        if (type.Bound is null && target.IsEnum)
        {
            EnumBinding.Bind(type, target, problems);
        }

        return type.Bound == target ? value => ((EnumValue)value).Runtime : null;
    }

    private static Func<object, object?>? ScalarTo(Type target, bool isNullable)
    {
        if (target == typeof(Guid))
        {
            return value => Guid.TryParse(value as string, out var id) ? id
                : isNullable ? null
                : throw new GraphQLException(new GraphQLError("The ID is not a UUID.", ErrorCodes.VariableInvalid));
        }

        var isNumber = target.IsPrimitive || target == typeof(decimal);
        return value => target.IsInstanceOfType(value) ? value
            : isNumber && value is IConvertible ? Convert.ChangeType(value, target, CultureInfo.InvariantCulture)
            : throw new InvalidCastException($"A {value.GetType().Name} cannot become {target.Name}.");
    }

    private Func<object, object?>? List(ListType type, Type target, string what)
    {
        if (ReturnTypes.Item(target) is not { } item)
        {
            return null;
        }

        var convert = For(type.Of, item, what);
        var makeArray = (object value) =>
        {
            var list = (List<object?>)value;
            var array = Array.CreateInstance(item, list.Count);
            for (var i = 0; i < list.Count; i++)
            {
                array.SetValue(convert(list[i]), i);
            }

            return array;
        };
        if (target.IsAssignableFrom(item.MakeArrayType()))
        {
            return makeArray;
        }

        var enumerable = typeof(IEnumerable<>).MakeGenericType(item);
        var concrete = !target.IsInterface ? target
            : target.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(item)) ? typeof(HashSet<>).MakeGenericType(item)
            : typeof(List<>).MakeGenericType(item);
        var constructor = concrete.GetConstructor([enumerable]);
        return constructor is null || !target.IsAssignableFrom(concrete) ? null : value => constructor.Invoke([makeArray(value)]);
    }

    private Func<object, object?> Record(InputObjectType type, Type target, string what)
    {
        if (!records.TryGetValue((type, target), out var record))
        {
            // Known before it is filled, as input types may hold themselves.
            records[(type, target)] = record = new InputRecord(type, target);
            record.Bind(this, what, problems);
        }

        return value => record.Make((InputObject)value);
    }
}
