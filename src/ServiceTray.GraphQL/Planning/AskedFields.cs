namespace ServiceTray.GraphQL.Planning;

/// <summary>The fields asked for at one place, by response name in the order they are met.</summary>
internal sealed class AskedFields
{
    private const int FewNames = 12;
    private readonly List<List<FieldAsked>> groups = [];
    private Dictionary<string, List<FieldAsked>>? byName;

    public IReadOnlyList<IReadOnlyList<FieldAsked>> Groups => groups;

    public void Add(FieldAsked asked)
    {
        var name = asked.Node.ResponseName;
        if (Find(name) is { } known)
        {
            known.Add(asked);
            return;
        }

        List<FieldAsked> group = new(1) { asked };
        groups.Add(group);
        if (byName is null && groups.Count > FewNames)
        {
            byName = groups.ToDictionary(g => g[0].Node.ResponseName, StringComparer.Ordinal);
        }
        else
        {
            byName?.Add(name, group);
        }
    }

    private List<FieldAsked>? Find(string name) =>
        byName is null ? groups.Find(g => g[0].Node.ResponseName == name) : byName.GetValueOrDefault(name);
}
