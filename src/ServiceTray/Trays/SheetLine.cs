namespace ServiceTray.Trays;

/// <summary>A line of a printed sheet, before it is broken to the paper's width.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Opens">Whether it begins something new: room stands before it, and what follows up to the next is kept together.</param>
internal sealed record SheetLine(string Words, SheetLook Look = SheetLook.Plain, bool Opens = false);

/// <summary>How a line looks.</summary>
internal enum SheetLook
{
    Plain,
    Strong,
    Heading,
}

/// <summary>What stands on a printed sheet.</summary>
internal sealed record Sheet(string Title, string LanguageTag, QrPicture Qr, IReadOnlyList<SheetLine> Head, IReadOnlyList<SheetLine> Body);
