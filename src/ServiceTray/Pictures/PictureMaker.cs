using NetVips;

namespace ServiceTray.Pictures;

/// <summary>Makes a picture anew of what somebody sent: upright, of bounded size, with nothing of the file but its pixels.</summary>
internal sealed class PictureMaker(ILogger<PictureMaker> logger) : IDisposable
{
    public const int MostBytes = 12 * 1024 * 1024;

    private const int Quality = 82;

    private static readonly double[] White = [255, 255, 255];

    /// <summary>One at a time: a large one takes much memory while it is read.</summary>
    private readonly SemaphoreSlim turn = new(1);

    private readonly Lazy<bool> works = new(() => Begin(logger));

    /// <summary>Whether this machine can read pictures at all.</summary>
    public bool Works => works.Value;

    /// <summary>The picture, or why there is none.</summary>
    public async Task<(MadePicture? Made, PictureFault? Fault)> MakeAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length > MostBytes)
        {
            return (null, PictureFault.TooLarge);
        }

        if (PictureKinds.MostPixels(bytes) is not { } most)
        {
            return (null, PictureFault.NotAPicture);
        }

        if (!Works)
        {
            return (null, PictureFault.Off);
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Make(bytes, most), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static (MadePicture? Made, PictureFault? Fault) Make(byte[] bytes, long most)
    {
        try
        {
            // Only the head is read before its size is known. Read as a thumbnail at once, a file that breaks off would be taken.
            using var sent = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
            if ((long)sent.Width * sent.Height > most)
            {
                return (null, PictureFault.TooLarge);
            }

            using var read = sent.ThumbnailImage(PictureSize.Large.Side, height: PictureSize.Large.Side, size: Enums.Size.Down, outputProfile: "srgb");
            using var plain = read.HasAlpha() ? read.Flatten(White) : read.Copy();
            using var large = plain.CopyMemory();
            using var small = large.ThumbnailImage(PictureSize.Small.Side, height: PictureSize.Small.Side, size: Enums.Size.Down);
            return (new MadePicture(Written(large), Written(small), large.Width, large.Height), null);
        }
        catch (VipsException)
        {
            return (null, PictureFault.NotAPicture);
        }
    }

    // Where it was taken, by whom and with what stays out.
    private static byte[] Written(Image image) => image.JpegsaveBuffer(q: Quality, interlace: true, keep: Enums.ForeignKeep.None);

    private static bool Begin(ILogger logger)
    {
        try
        {
            if (ModuleInitializer.VipsInitialized)
            {
                // Readers that have not been tried by everybody's files are off, nothing is kept between pictures, and others' requests keep a processor.
                NetVips.NetVips.BlockUntrusted = true;
                NetVips.NetVips.Concurrency = 1;
                Cache.Max = 0;
                _ = Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, (_, _, _) => { });
                return true;
            }
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            // Told below.
        }

        logger.LogWarning("This machine has no library that reads pictures, so none can be sent");
        return false;
    }
}
