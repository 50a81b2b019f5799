using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>Every page of the tray that opens by its address, and the status it answers with. A new page joins by a line.</summary>
internal static class Pages
{
    public static readonly string[] Languages = ["fi", "sv", "en"];

    private static readonly (string Path, int Status)[] All =
    [
        ("/", 200),
        ("/haku", 200),
        ("/haku?text=uinti&place=Kuopio&theme=MOVEMENT", 200),
        ("/haku?text=xyzzyxyzzy", 200),
        ("/haku?place=Kuopppio", 422),
        ($"/tarjonta/{Source.IdOf("seed", "kuopio-uimahalli")}", 200),
        ($"/tarjonta/{Source.IdOf("seed", "kuopio-kavelytreffit")}", 200),
        ($"/organisaatiot/{Source.IdOf("seed", "organisation:kuopio")}", 200),
        ("/kalenteri", 200),
        ("/tarpeet", 200),
        ("/kartoitus", 200),
        ("/kartoitus/koodi", 200),
        ("/kartoitus/muu/recommendation", 200),
        ("/kartoitus/paperi/wellbeing", 200),
        ("/kartoitus/luvut?alue=PS", 200),
        ("/poiminnat", 200),
        ("/lista/ei-koodi", 404),
        ("/kirjaudu", 200),
        ("/kirjaudu/ei-onnistunut", 422),
        ("/kutsu", 200),
        ("/julkaise", 200),
        ("/oma-lahete", 200),
        ("/oma-lahete/uusi", 200),
        ("/lahetteen-osapuolet", 200),
        ("/saavutettavuus", 200),
        ("/saavutettavuus/kiitos", 200),
        ($"/palaute/{Source.IdOf("seed", "kuopio-uimahalli")}", 200),
        ("/ei-ole-olemassa", 404),
    ];

    /// <summary>Each page in every language in the long run; in the short one in one of them, by turns.</summary>
    public static TheoryData<string, int, string> ByTurns()
    {
        var rows = new TheoryData<string, int, string>();
        foreach (var ((path, status), turn) in All.Select((page, turn) => (page, turn)))
        {
            foreach (var language in LongRun.IsOn ? Languages : [Languages[turn % Languages.Length]])
            {
                rows.Add(path, status, language);
            }
        }

        return rows;
    }
}
