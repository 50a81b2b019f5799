using ServiceTray.GraphQL.Schema.Scalars;

namespace ServiceTray.GraphQL.Schema;

/// <summary>The scalars that need no registration.</summary>
internal static class StandardScalars
{
    public static Dictionary<string, Scalar> All(TimeZoneInfo? zone) => new(StringComparer.Ordinal)
    {
        ["Int"] = new IntScalar(),
        ["Float"] = new FloatScalar(),
        ["String"] = new StringScalar(),
        ["Boolean"] = new BooleanScalar(),
        ["ID"] = new IdScalar(),
        ["Decimal"] = new DecimalScalar(),
        ["DateTime"] = new DateTimeScalar(zone),
        ["Date"] = new DateScalar(),
    };
}
