using System.Text.RegularExpressions;

namespace ServiceTray.Tests.Walls;

/// <summary>A library is named in one kind of place.</summary>
internal static partial class LibraryWall
{
    public static IEnumerable<string> Breaches(IReadOnlyList<Source> sources) =>
    [
        .. Outside(sources, EntityFramework(), "EF Core, which edges leave to acting classes and loaders",
            source => source.Room == "Data" || !source.IsEdge || source.IsLoader),
        .. Outside(sources, Databases(), "a database's own library, which stays in Data", source => source.Room == "Data"),
        .. Outside(sources, Http(), "HttpClient, which stays in Import/*/*Client, in the outbox's clients and where a sign-in asks the provider", source => IsImportClient(source) || IsOutboxClient(source) || source.Path == "src/ServiceTray/Accounts/Provider/ProviderHandler.cs"),
        .. Outside(sources, GraphQLInside(), "the insides of the GraphQL engine, which only setups know", source => source.IsSetup),
        .. Outside(sources, GraphQL(), "the GraphQL engine, which setups and resolvers know", source => source.IsSetup || IsResolver(source)),
        .. Outside(sources, Search(), "the search engine, which only Offerings knows", source => source.IsSetup || House.Searchers.Contains(source.Room)),
        .. Outside(sources, Pdf(), "the PDF library, which one printer knows", source => source.Path.StartsWith("src/ServiceTray/Trays/Sheet", StringComparison.Ordinal)),
        .. Outside(sources, Qr(), "the QR library, which one picture knows", source => source.Path == "src/ServiceTray/Trays/QrPicture.cs"),
        .. Outside(sources, Mail(), "the mail library, which one sender knows", source => source.Path == "src/ServiceTray/Outbox/MailSender.cs"),
        .. Outside(sources, Pictures(), "the picture library, which one maker knows", source => source.Path == "src/ServiceTray/Pictures/PictureMaker.cs"),
        .. Voikko(sources),
    ];

    private static IEnumerable<string> Outside(IReadOnlyList<Source> sources, Regex words, string what, Func<Source, bool> mayName) =>
        from source in sources
        where source.IsOfService && source.IsProgramText && !mayName(source) && source.Says(words)
        select $"{source.Path}: names {what}";

    private static IEnumerable<string> Voikko(IReadOnlyList<Source> sources)
    {
        var named = sources.Where(source => source.IsCSharp && source.Path.StartsWith("src/", StringComparison.Ordinal)
            && NativeVoikko().IsMatch(CSharpText.WithoutComments(source.Text))).ToList();
        return named
            .Where(source => !source.Path.StartsWith("src/ServiceTray.Search/Analysis/Finnish/", StringComparison.Ordinal))
            .Select(source => $"{source.Path}: libvoikko is loaded in Analysis/Finnish alone")
            .Concat(named.Skip(1).Select(source => $"{source.Path}: libvoikko is loaded in one file, and {named[0].Path} is it"));
    }

    private static bool IsImportClient(Source source) =>
        source.Room == "Import" && source.Path.Count(letter => letter == '/') == 4 && source.Name.EndsWith("Client", StringComparison.Ordinal);

    private static bool IsOutboxClient(Source source) =>
        source.IsSetup || (source.Path.StartsWith("src/ServiceTray/Referrals/Outbox/", StringComparison.Ordinal) && source.Name.EndsWith("Client", StringComparison.Ordinal));

    private static bool IsResolver(Source source) => source.IsCSharp && source.IsEdge && !source.Name.EndsWith("Endpoints", StringComparison.Ordinal);

    [GeneratedRegex(@"\bMicrosoft\.EntityFrameworkCore\b|\bTrayContext\b")]
    private static partial Regex EntityFramework();

    [GeneratedRegex(@"\bNpgsql|\bMicrosoft\.Data\.Sqlite\b|\bUse(?:Sqlite|Npgsql)\b|\bSqlite(?:Connection|Command|Exception|Parameter|Transaction)")]
    private static partial Regex Databases();

    [GeneratedRegex(@"\b(?:MailKit|MimeKit)\b")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(?:HttpClient|IHttpClientFactory|SocketsHttpHandler|HttpRequestMessage)\b")]
    private static partial Regex Http();

    [GeneratedRegex(@"\bServiceTray\.GraphQL\.[A-Z]")]
    private static partial Regex GraphQLInside();

    [GeneratedRegex(@"\bServiceTray\.GraphQL\b")]
    private static partial Regex GraphQL();

    [GeneratedRegex(@"\bServiceTray\.Search\b")]
    private static partial Regex Search();

    [GeneratedRegex(@"\bPdfSharp\b")]
    private static partial Regex Pdf();

    [GeneratedRegex(@"\bNetVips\b")]
    private static partial Regex Pictures();

    [GeneratedRegex(@"\bQRCoder\b")]
    private static partial Regex Qr();

    [GeneratedRegex("\"libvoikko[.\"]|\\b(?:Dll|Library)Import\\b[^\\n]*voikko|\\bNativeLibrary\\.(?:TryLoad|Load)\\b")]
    private static partial Regex NativeVoikko();
}
