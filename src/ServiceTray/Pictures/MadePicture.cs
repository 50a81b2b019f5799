namespace ServiceTray.Pictures;

/// <summary>A picture written anew as JPEG in its sizes; the width and height are the large one's.</summary>
internal sealed record MadePicture(byte[] Large, byte[] Small, int Width, int Height);

/// <summary>Why no picture was made of what was sent.</summary>
internal enum PictureFault
{
    /// <summary>It is no JPEG, PNG or WebP, or breaks off.</summary>
    NotAPicture,

    /// <summary>It has more bytes or pixels than are taken.</summary>
    TooLarge,

    /// <summary>This machine cannot read pictures.</summary>
    Off,
}
