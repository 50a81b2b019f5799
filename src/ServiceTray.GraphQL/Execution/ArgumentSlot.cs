using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>One argument as a resolver's parameter wants it.</summary>
/// <param name="Definition">The argument in the schema.</param>
/// <param name="Convert">From the coerced value to the parameter's type.</param>
/// <param name="Absent">The parameter's own default, for an argument that was not given.</param>
/// <param name="IsEnclosing">Whether an enclosing field's argument of that name stands in.</param>
/// <param name="NullIsDefault">Whether the schema's default stands in for a null, which the parameter cannot hold.</param>
internal sealed record ArgumentSlot(InputDefinition Definition, Func<object?, object?> Convert, object? Absent, bool IsEnclosing, bool NullIsDefault);
