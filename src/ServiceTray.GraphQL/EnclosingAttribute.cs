namespace ServiceTray.GraphQL;

/// <summary>
/// On a resolver's parameter: when the field's own argument of that name is absent or null, the value is that of the nearest
/// enclosing field which was given an argument of that name, and else the parameter's default.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EnclosingAttribute : Attribute;
