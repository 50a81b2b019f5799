namespace ServiceTray.Search.Indexing;

/// <summary>The fields that the documents of one index have.</summary>
/// <param name="TextFields">Searched fields with their weights.</param>
/// <param name="KeywordFields">Fields of exact values, to filter and count by.</param>
/// <param name="NumberFields">Fields of one number each, to filter by range.</param>
public sealed record IndexSchema(
    IReadOnlyList<TextField> TextFields,
    IReadOnlyList<string> KeywordFields,
    IReadOnlyList<string> NumberFields)
{
    internal int KeywordField(string name) => Find(KeywordFields, name);

    internal int NumberField(string name) => Find(NumberFields, name);

    internal string Fingerprint => string.Join(
        '\n',
        TextFields.Select(text => FormattableString.Invariant($"text {text.Name} {text.Weight:R}"))
            .Concat(KeywordFields.Select(name => "keyword " + name))
            .Concat(NumberFields.Select(name => "number " + name)));

    private static int Find(IReadOnlyList<string> fields, string name)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i] == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"The schema has no such field: {name}.", nameof(name));
    }
}

/// <summary>A searched field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">How much a hit in it weighs; 1 is plain.</param>
public sealed record TextField(string Name, float Weight);
