using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServiceTray.Web.Rest;

/// <summary>Refuses a null among the objects of a list that has none by its type; the serializer looks at properties and parameters alone. A null among words is refused where words are checked.</summary>
internal static class ListsWithoutGaps
{
    public static void Keep(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var lists = type.Properties.Where(IsOfMembers).ToList();
        if (lists.Count > 0)
        {
            type.OnDeserialized = read => Check(read, lists);
        }
    }

    private static void Check(object read, List<JsonPropertyInfo> lists)
    {
        if (lists.Find(list => list.Get!(read) is IEnumerable members && members.Cast<object?>().Any(member => member is null)) is { } gap)
        {
            throw new JsonException($"A member of {gap.Name} is null.");
        }
    }

    private static bool IsOfMembers(JsonPropertyInfo property) =>
        property is { Get: not null, PropertyType: { IsGenericType: true } type, AttributeProvider: PropertyInfo declared }
        && typeof(IEnumerable).IsAssignableFrom(type)
        && type.GetGenericArguments() is [{ IsValueType: false } member] && member != typeof(string)
        && new NullabilityInfoContext().Create(declared).GenericTypeArguments is [{ ReadState: NullabilityState.NotNull }];
}
