using PdfSharp.Fonts;

namespace ServiceTray.Trays;

/// <summary>The letters of printed sheets: Source Sans, which lies beside the program, under a licence that lets it into documents.</summary>
internal sealed class SheetFonts : IFontResolver
{
    public const string Family = "Source Sans 3";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wwwroot", "lib", "source-sans");

    /// <summary>Whether the letters are there; without them no sheet can be printed.</summary>
    public static bool AreThere => File.Exists(FileOf("Regular")) && File.Exists(FileOf("Bold"));

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? "Bold" : "Regular");

    public byte[] GetFont(string faceName) => File.ReadAllBytes(FileOf(faceName));

    private static string FileOf(string face) => Path.Combine(Folder, $"SourceSans3-{face}.ttf");
}
