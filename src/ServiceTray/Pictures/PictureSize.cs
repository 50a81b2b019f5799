namespace ServiceTray.Pictures;

/// <summary>A size in which a picture is kept and shown: its name in addresses, and the longest side in pixels.</summary>
internal sealed record PictureSize(string Name, int Side)
{
    public static PictureSize Large { get; } = new("iso", 1280);

    /// <summary>For narrow screens and slow lines.</summary>
    public static PictureSize Small { get; } = new("pieni", 480);

    /// <summary>The size of a name in an address; null: there is none such.</summary>
    public static PictureSize? Named(string name) => name == Large.Name ? Large : name == Small.Name ? Small : null;

    /// <summary>How wide a picture of a large size is in this one.</summary>
    public int WidthOf(Picture picture) => Math.Max(1, Math.Min(picture.Width, (int)Math.Round((double)picture.Width * Side / Math.Max(picture.Width, picture.Height))));
}
