using ServiceTray.Organisations;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>Every page of the tray that opens by its address. A new page joins by a line.</summary>
internal static class Pages
{
    public static readonly string[] Languages = ["fi", "sv", "en"];

    private static readonly string[] Paths =
    [
        "/",
        "/haku",
        "/haku?text=uinti&place=Kuopio&theme=MOVEMENT",
        $"/tarjonta/{Source.IdOf("seed", "kuopio-uimahalli")}",
        $"/tarjonta/{Source.IdOf("seed", "kuopio-kavelytreffit")}",
        $"/organisaatiot/{Source.IdOf("seed", "organisation:kuopio")}",
        "/kartoitus",
        "/saavutettavuus",
        "/saavutettavuus/kiitos",
    ];

    public static TheoryData<string, string> InEveryLanguage()
    {
        var rows = new TheoryData<string, string>();
        foreach (var path in Paths)
        {
            foreach (var language in Languages)
            {
                rows.Add(path, language);
            }
        }

        return rows;
    }
}
