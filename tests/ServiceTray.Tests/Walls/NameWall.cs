using System.Text.RegularExpressions;

namespace ServiceTray.Tests.Walls;

/// <summary>Names are the domain's nouns, and a namespace is its folder.</summary>
internal static partial class NameWall
{
    public static IEnumerable<string> Breaches(IReadOnlyList<Source> sources) =>
    [
        .. from source in sources
           where source.IsCSharp && Namespaces().Match(source.Code) is { Success: true } match && match.Groups[1].Value != source.FolderNamespace
           select $"{source.Path}: its namespace is not its folder, {source.FolderNamespace}",
        .. from source in sources
           where source.IsCSharp && source.Declares.Any() && source.Name != "Program" && !Namespaces().IsMatch(source.Code)
           select $"{source.Path}: has no namespace",
        .. from source in sources
           where source.IsRazor && source.Code.Contains("@namespace", StringComparison.Ordinal)
           select $"{source.Path}: a page's namespace is its folder without saying so",
        .. from source in sources
           where source.Path.StartsWith("src/", StringComparison.Ordinal) && source.Path.Split('/').Any(folder => Drawers().IsMatch(folder))
           select $"{source.Path}: a folder that is named for no noun",
        .. from source in sources
           from name in source.Declares
           where Suffixes().IsMatch(name) || (name.Length > "Service".Length && name.EndsWith("Service", StringComparison.Ordinal) && !SpeaksTheirWords(source))
           select $"{source.Path}: {name} is no noun of the domain",
    ];

    // What other systems call a service is one: a wellbeing service. Their records keep their words.
    private static bool SpeaksTheirWords(Source source) => source.Room is "Import" or "Export" && source.Path.Count(letter => letter == '/') >= 4;

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespaces();

    [GeneratedRegex("^(Common|Shared|Core|Helpers?|Utils?|Services|Models)$")]
    private static partial Regex Drawers();

    [GeneratedRegex(@"\w(Managers?|Helpers?|Utils?|Utilities|Impl|Dtos?|DTO|Models?|Base)$")]
    private static partial Regex Suffixes();
}
