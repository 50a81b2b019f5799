using PdfSharp.Pdf.IO;
using ServiceTray.Trays;
using Xunit;

namespace ServiceTray.Tests.Trays;

public sealed class TraySheets
{
    [Fact]
    public void Of_a_few_items_are_one_page() => Assert.Equal(1, Pages(4, "Maanantai 9.00–11.00"));

    [Fact]
    public void Of_a_dozen_items_still_are() => Assert.Equal(1, Pages(9, "Maanantai 9.00–11.00"));

    [Fact]
    public void Of_very_many_lose_nothing_and_go_on_overleaf() => Assert.InRange(Pages(50, "Maanantai 9.00–11.00"), 2, 12);

    [Fact]
    public void Break_a_word_that_no_row_holds() => Assert.InRange(Pages(3, new string('w', 3000)), 2, 30);

    private static int Pages(int items, string line)
    {
        Assert.True(SheetFonts.AreThere);
        var body = Enumerable.Range(1, items).SelectMany(item => new[] { new SheetLine($"{item}. Kävelyryhmä", SheetLook.Strong, Opens: true), new SheetLine(line), new SheetLine("017 000 0001", SheetLook.Strong) });
        var pdf = SheetPrinter.Print(new Sheet("Sinulle poimittu", "fi", QrPicture.Of("https://tray.example/lista/7KQ2-M0XA-9VTB-H3WE"), [new("Sinulle poimittu", SheetLook.Heading)], [.. body]));
        using var read = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
        Assert.Equal("Sinulle poimittu", read.Info.Title);
        return read.PageCount;
    }
}
