namespace ServiceTray.GraphQL.Execution;

/// <summary>Where in the answer the writer stands; turned into a list only when an error is told.</summary>
internal sealed class AnswerPath
{
    private (string? Name, int Index)[] parts = new (string?, int)[12];

    /// <summary>How many parts there are; may be set back.</summary>
    public int Depth { get; set; }

    public void Push(string name) => Next() = (name, 0);

    public void Push(int index) => Next() = (null, index);

    public void Pop() => Depth--;

    public IReadOnlyList<object> ToList() => [.. parts.Take(Depth).Select(p => (object?)p.Name ?? p.Index)];

    private ref (string? Name, int Index) Next()
    {
        if (Depth == parts.Length)
        {
            Array.Resize(ref parts, Depth * 2);
        }

        return ref parts[Depth++];
    }
}
