using System.Collections.Frozen;
using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>The one table of who may do what: <c>operations.txt</c> of paths and <c>operations-graphql.txt</c> of fields, read at start; what has no row may be done by nobody.</summary>
internal sealed class OperationTable
{
    private const int LongestName = 256;

    private readonly FrozenDictionary<string, Operation> rows;
    private readonly FrozenDictionary<string, Operation>.AlternateLookup<ReadOnlySpan<char>> byName;

    /// <exception cref="InvalidDataException">A row cannot be read, or stands twice.</exception>
    public OperationTable(IEnumerable<string> lines)
    {
        var read = new Dictionary<string, Operation>(StringComparer.Ordinal);
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var row = Read(line);
            if (row.Name.Length > LongestName)
            {
                throw new InvalidDataException($"operations.txt: this is longer than {LongestName} characters: {row.Name}");
            }

            if (!read.TryAdd(row.Name, row))
            {
                throw new InvalidDataException($"operations.txt has {row.Name} twice.");
            }
        }

        rows = read.ToFrozenDictionary(StringComparer.Ordinal);
        byName = rows.GetAlternateLookup<ReadOnlySpan<char>>();
        Scopes = [.. rows.Values.Select(row => row.Scope).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>What tokens can be for.</summary>
    public IReadOnlyList<string> Scopes { get; }

    public IEnumerable<Operation> Rows => rows.Values;

    public static OperationTable ReadOwn()
    {
        return new OperationTable([.. Lines("operations.txt"), .. Lines("operations-graphql.txt")]);

        static string[] Lines(string file)
        {
            using var reader = new StreamReader(typeof(OperationTable).Assembly.GetManifestResourceStream($"ServiceTray.Accounts.{file}")!);
            return reader.ReadToEnd().Split('\n');
        }
    }

    /// <summary>The row of a path, as <c>GET /haku</c>; null: none, and nobody may.</summary>
    public Operation? OfPath(string method, string pattern) => OfWords(method, pattern) ?? OfWords("*", pattern);

    /// <summary>The row of a field, its own or its type's; null: none, and nobody may.</summary>
    public Operation? OfField(string type, string field) => rows.GetValueOrDefault($"{type}.{field}") ?? rows.GetValueOrDefault($"{type}.*");

    // Each request asks; none of them need write the name anew.
    private Operation? OfWords(ReadOnlySpan<char> method, ReadOnlySpan<char> pattern)
    {
        Span<char> name = stackalloc char[LongestName];
        return name.TryWrite($"{method} {pattern}", out var length) && byName.TryGetValue(name[..length], out var row) ? row : null;
    }

    // "GET /oma/ihmiset : PUBLISHER ADMINISTRATOR : scope"
    private static Operation Read(string line)
    {
        var parts = line.Split(" : ", StringSplitOptions.TrimEntries);
        if (parts.Length is < 2 or > 3)
        {
            throw new InvalidDataException($"operations.txt: this is no row: {line}");
        }

        var who = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var scope = parts.Length == 3 ? parts[2] : null;
        return who switch
        {
            ["everyone"] => new Operation(parts[0], true, [], scope),
            ["signed-in"] => new Operation(parts[0], false, [], scope),
            _ => new Operation(parts[0], false, [.. who.Select(word => PublicWords.Read<Role>(word) ?? throw new InvalidDataException($"operations.txt: no role is {word}."))], scope),
        };
    }
}
