using System.Globalization;
using System.Text;
using QRCoder;

namespace ServiceTray.Trays;

/// <summary>A QR code as its dark modules, quiet zone included.</summary>
internal sealed record QrPicture(int Size, IReadOnlyList<(int Row, int From, int Length)> Bars)
{
    public static QrPicture Of(string words)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(words, QRCodeGenerator.ECCLevel.M);
        var bars = new List<(int, int, int)>();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            var modules = code.ModuleMatrix[row];
            for (var column = 0; column < modules.Count; column++)
            {
                var from = column;
                while (column < modules.Count && modules[column])
                {
                    column++;
                }

                if (column > from)
                {
                    bars.Add((row, from, column - from));
                }
            }
        }

        return new QrPicture(code.ModuleMatrix.Count, bars);
    }

    public string ToSvg()
    {
        var path = new StringBuilder();
        foreach (var (row, from, length) in Bars)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{length}v1h-{length}z");
        }

        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{Size}v{Size}H0z"/><path d="{path}"/></svg>""";
    }
}
