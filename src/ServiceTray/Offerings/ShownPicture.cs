using ServiceTray.Languages;
using ServiceTray.Pictures;

namespace ServiceTray.Offerings;

/// <summary>An offering's picture with the addresses at which it is shown, under the offering's own.</summary>
internal sealed record ShownPicture(string Root, Picture Picture)
{
    /// <summary>How the address of a picture goes on after its offering's.</summary>
    public const string Tail = "/kuvat/{picture}/{size}.jpg";

    public string Url => AddressOf(PictureSize.Large);

    public string SmallUrl => AddressOf(PictureSize.Small);

    public int Width => Picture.Width;

    public int Height => Picture.Height;

    public LocalizedText Alternative => Picture.Alternative;

    /// <summary>The picture as residents see it; null: it has none.</summary>
    public static ShownPicture? Of(Offering offering) => offering.Picture is { } picture ? new($"/tarjonta/{offering.Id}", picture) : null;

    private string AddressOf(PictureSize size) => $"{Root}/kuvat/{Picture.Id}/{size.Name}.jpg";
}
