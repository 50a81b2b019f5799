using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace ServiceTray.Trays;

/// <summary>Prints a sheet as PDF on A4: in the largest letters by which it fits on one page, and on more pages when the smallest do not.</summary>
internal static class SheetPrinter
{
    private const double Margin = 46;
    private const double QrSize = 110;
    private const double LineHeight = 1.3;
    private const double GapBefore = 0.55;

    // The greatest first, in points; none is smaller than print for one who sees badly should be.
    private static readonly double[] Sizes = [17, 16, 15, 14, 13, 12];

    static SheetPrinter() => GlobalFontSettings.FontResolver = new SheetFonts();

    public static byte[] Print(Sheet sheet)
    {
        using var document = new PdfDocument();
        document.Info.Title = sheet.Title;
        document.Language = sheet.LanguageTag;
        var paper = PageOf(document);
        using (var drawing = XGraphics.FromPdfPage(paper))
        {
            var size = Sizes.FirstOrDefault(size => HeightOf(sheet, size, drawing, paper) <= paper.Height.Point - (2 * Margin), Sizes[^1]);
            Draw(sheet, size, document, drawing, paper);
        }

        using var stream = new MemoryStream();
        document.Save(stream);
        return stream.ToArray();
    }

    private static PdfPage PageOf(PdfDocument document)
    {
        var page = document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        return page;
    }

    private static double HeightOf(Sheet sheet, double size, XGraphics drawing, PdfPage paper)
    {
        var width = paper.Width.Point - (2 * Margin);
        var head = sheet.Head.Sum(line => Block.Of(line, size, width - QrSize, drawing).Height);
        return Math.Max(head, QrSize) + sheet.Body.Sum(line => Block.Of(line, size, width, drawing).Height);
    }

    private static void Draw(Sheet sheet, double size, PdfDocument document, XGraphics drawing, PdfPage paper)
    {
        var width = paper.Width.Point - (2 * Margin);
        var bottom = paper.Height.Point - Margin;
        DrawQr(sheet.Qr, drawing, paper.Width.Point - Margin - QrSize, Margin);
        var y = Margin;
        foreach (var line in sheet.Head)
        {
            y = Block.Of(line, size, width - QrSize, drawing).Draw(drawing, y);
        }

        y = Math.Max(y, Margin + QrSize);
        var blocks = sheet.Body.Select(line => Block.Of(line, size, width, drawing)).ToList();
        var own = drawing;
        for (var i = 0; i < blocks.Count; i++)
        {
            var together = blocks[i].Opens ? blocks[i].Height + blocks.Skip(i + 1).TakeWhile(block => !block.Opens).Sum(block => block.Height) : blocks[i].Height;
            if (y + together > bottom && y > Margin)
            {
                Leave(own, drawing);
                own = XGraphics.FromPdfPage(PageOf(document));
                y = Margin;
            }

            y = blocks[i].Draw(own, y);
        }

        Leave(own, drawing);
    }

    // The first page's drawing is its caller's.
    private static void Leave(XGraphics own, XGraphics first)
    {
        if (own != first)
        {
            own.Dispose();
        }
    }

    private static void DrawQr(QrPicture qr, XGraphics drawing, double left, double top)
    {
        var module = QrSize / qr.Size;
        foreach (var (row, from, length) in qr.Bars)
        {
            drawing.DrawRectangle(XBrushes.Black, left + (from * module), top + (row * module), length * module, module);
        }
    }

    /// <summary>A line broken to a width.</summary>
    private sealed record Block(IReadOnlyList<string> Rows, XFont Font, double Gap, bool Opens)
    {
        private double RowHeight => Font.Size * LineHeight;

        public double Height => Gap + (Rows.Count * RowHeight);

        public static Block Of(SheetLine line, double size, double width, XGraphics drawing)
        {
            var font = new XFont(SheetFonts.Family, line.Look == SheetLook.Heading ? size * 1.4 : size, line.Look == SheetLook.Plain ? XFontStyleEx.Regular : XFontStyleEx.Bold);
            return new Block([.. Broken(line.Words, font, width, drawing)], font, line.Opens ? size * GapBefore : 0, line.Opens);
        }

        public double Draw(XGraphics drawing, double y)
        {
            y += Gap;
            foreach (var row in Rows)
            {
                drawing.DrawString(row, Font, XBrushes.Black, Margin, y + Font.Size);
                y += RowHeight;
            }

            return y;
        }

        private static IEnumerable<string> Broken(string words, XFont font, double width, XGraphics drawing)
        {
            var row = "";
            foreach (var word in words.Split(' ').SelectMany(word => Pieces(word, font, width, drawing)))
            {
                var longer = row.Length == 0 ? word : $"{row} {word}";
                if (row.Length > 0 && drawing.MeasureString(longer, font).Width > width)
                {
                    yield return row;
                    longer = word;
                }

                row = longer;
            }

            yield return row;
        }

        // A word that no row holds is broken where it must be.
        private static IEnumerable<string> Pieces(string word, XFont font, double width, XGraphics drawing)
        {
            while (word.Length > 1 && drawing.MeasureString(word, font).Width > width)
            {
                var fits = Enumerable.Range(1, word.Length - 1).TakeWhile(length => drawing.MeasureString(word[..length], font).Width <= width).LastOrDefault(1);
                yield return word[..fits];
                word = word[fits..];
            }

            yield return word;
        }
    }
}
