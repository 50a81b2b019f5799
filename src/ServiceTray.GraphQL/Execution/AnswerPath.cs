namespace ServiceTray.GraphQL.Execution;

/// <summary>Where in the answer the writer stands; turned into a list only when an error is told.</summary>
internal sealed class AnswerPath
{
    private readonly List<(string? Name, int Index)> parts = [];

    /// <summary>How many parts there are; may be set back.</summary>
    public int Depth
    {
        get => parts.Count;
        set => parts.RemoveRange(value, parts.Count - value);
    }

    public void Push(string name) => parts.Add((name, 0));

    public void Push(int index) => parts.Add((null, index));

    public void Pop() => parts.RemoveAt(parts.Count - 1);

    public IReadOnlyList<object> ToList() => parts.ConvertAll(p => (object?)p.Name ?? p.Index);
}
