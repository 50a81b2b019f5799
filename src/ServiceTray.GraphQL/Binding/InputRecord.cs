using System.Reflection;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Binding;

/// <summary>Makes a .NET object of an input object: by its longest constructor, and then by properties that can be set or initialised.</summary>
internal sealed class InputRecord(InputObjectType type, Type target)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly List<(MethodInvoker Set, InputSlot Slot, int Place)> properties = [];
    private ConstructorInvoker? construct;

    // Each with its field's place in the type; a parameter that no field fills has no slot, and its own default.
    private (InputSlot? Slot, int Place, object? Absent)[] parameters = [];

    public void Bind(InputConverters converters, string what, List<string> problems)
    {
        var constructor = target.GetConstructors(Any)
            .Where(c => !(c.GetParameters() is [var only] && only.ParameterType == target) && (!c.IsPrivate || target.IsNestedPrivate))
            .MaxBy(c => c.GetParameters().Length);
        if (constructor is null)
        {
            problems.Add($"{what}: {target.Name} has no constructor to make it by.");
            return;
        }

        construct = ConstructorInvoker.Create(constructor);
        parameters = [.. constructor.GetParameters().Select(p => Parameter(p, converters, problems))];
        foreach (var field in type.Fields.Values.Where(f => parameters.All(p => p.Slot?.Definition != f)))
        {
            var property = target.GetProperties(Any).FirstOrDefault(p => p.SetMethod is not null && p.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                problems.Add($"{field.Place}: {type}.{field.Name} has no counterpart in {target.Name}.");
            }
            else
            {
                var convert = converters.For(field.Type, property.PropertyType, $"{field.Place}: {type}.{field.Name}");
                properties.Add((MethodInvoker.Create(property.SetMethod!), new InputSlot(field, convert, null, InputConverters.RefusesNull(property)), type.Fields.IndexOf(field.Name)));
            }
        }
    }

    public object Make(InputObject input)
    {
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var (slot, place, absent) = parameters[i];
            arguments[i] = slot is not null && input.TryGet(place, out var value) ? slot.Take(value) : absent;
        }

        var made = construct!.Invoke(arguments.AsSpan());
        foreach (var (set, slot, place) in properties)
        {
            if (input.TryGet(place, out var value))
            {
                set.Invoke(made, slot.Take(value));
            }
        }

        return made;
    }

    private (InputSlot? Slot, int Place, object? Absent) Parameter(ParameterInfo parameter, InputConverters converters, List<string> problems)
    {
        var absent = InputConverters.AbsentOf(parameter);
        var field = type.Fields.Values.FirstOrDefault(f => f.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
        if (field is not null)
        {
            var convert = converters.For(field.Type, parameter.ParameterType, $"{field.Place}: {type}.{field.Name}");
            return (new InputSlot(field, convert, absent, InputConverters.RefusesNull(parameter)), type.Fields.IndexOf(field.Name), absent);
        }

        if (!parameter.HasDefaultValue)
        {
            problems.Add($"{type.Place}: {type} has no field for the parameter {parameter.Name} of {target.Name}.");
        }

        return (null, -1, absent);
    }
}
