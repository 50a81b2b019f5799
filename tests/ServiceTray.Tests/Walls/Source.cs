using System.Text.RegularExpressions;

namespace ServiceTray.Tests.Walls;

/// <summary>A file of ours, by its path from the repository's root with forward slashes.</summary>
internal sealed record Source(string Path, string Text)
{
    /// <summary>Suffixes of the files by which the world comes in.</summary>
    private static readonly string[] EdgeSuffixes = ["Queries", "Mutations", "Fields", "Endpoints"];

    /// <summary>Fields of the search index, not of a type of the schema.</summary>
    private const string IndexFields = "src/ServiceTray/Offerings/IndexFields.cs";

    private string? code;

    /// <summary>The text without comments; for C# also without strings, which name nothing.</summary>
    public string Code => code ??= IsCSharp ? CSharpText.CodeOf(Text) : CSharpText.WithoutMarkupComments(Text);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    public bool IsGraphQL => Path.EndsWith(".graphql", StringComparison.Ordinal);

    /// <summary>C# or a page: what the arrows between rooms are about.</summary>
    public bool IsProgramText => IsCSharp || IsRazor;

    public bool IsOfService => Path.StartsWith("src/ServiceTray/", StringComparison.Ordinal);

    public bool IsEdge => IsRazor || IsGraphQL || IsLoader
        || (IsCSharp && Path != IndexFields && IsEdgeName(Name));

    /// <summary>An edge that fetches for resolvers; what loads seed files is none.</summary>
    public bool IsLoader => IsCSharp && (Name.EndsWith("Loader", StringComparison.Ordinal) || Name.EndsWith("Loaders", StringComparison.Ordinal))
        && Code.Contains("BatchLoader<", StringComparison.Ordinal);

    /// <summary>The types by which others would point back here; an enum that lies beside a resolver is none.</summary>
    public IEnumerable<string> DeclaresEdges => !IsEdge ? [] : IsRazor || IsLoader ? Declares : Declares.Where(IsEdgeName);

    /// <summary>Setups and the start file tie the house together, so they may name what others may not.</summary>
    public bool IsSetup => IsCSharp && (Name.EndsWith("Setup", StringComparison.Ordinal) || Path == "src/ServiceTray/Program.cs");

    /// <summary>The folder under src/ServiceTray; null: not of the service, or beside Program.cs.</summary>
    public string? Room => IsOfService && Path.Split('/') is [_, _, var room, _, ..] ? room : null;

    /// <summary>What the folder says the namespace is.</summary>
    public string FolderNamespace => string.Join('.', Path.Split('/')[1..^1]);

    /// <summary>Names of the types this file declares.</summary>
    public IEnumerable<string> Declares => this switch
    {
        { IsRazor: true } => [Name],
        { IsCSharp: true } => CSharpText.Declarations().Matches(Code).Select(match => match.Groups["name"].Value),
        _ => [],
    };

    private static bool IsEdgeName(string name) => EdgeSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));

    public bool Says(Regex words) => words.IsMatch(Code);

    public bool Names(string word) => Regex.IsMatch(Code, $@"(?<![\w@]){Regex.Escape(word)}(?!\w)");
}
