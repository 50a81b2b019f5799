using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NetVips;
using ServiceTray.Pictures;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Pictures;

public sealed class MakingPictures : IDisposable
{
    private readonly PictureMaker maker = new(NullLogger<PictureMaker>.Instance);

    public static TheoryData<string, byte[]> Kinds => new() { { "JPEG", SentPictures.Jpeg() }, { "PNG", SentPictures.Png() }, { "WebP", SentPictures.Webp() } };

    public static TheoryData<string, byte[]> NoPictures => new()
    {
        { "nothing", [] },
        { "words", "Tämä on kuva.jpg"u8.ToArray() },
        { "SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><rect width=\"9\" height=\"9\"/></svg>"u8.ToArray() },
        { "HTML with the first bytes of a JPEG", [0xFF, 0xD8, 0xFF, 0xE0, .. "<html><script>alert(1)</script></html>"u8] },
        { "GIF that is a script too", "GIF89a=/*\0\0*/1;alert(1)//"u8.ToArray() },
        { "PDF", "%PDF-1.7\n1 0 obj<<>>endobj"u8.ToArray() },
        { "ZIP", "PK\u0003\u0004\u0014\0\0\0\0\0"u8.ToArray() },
        { "TIFF", "II*\0\b\0\0\0\0\0"u8.ToArray() },
        { "half a JPEG", SentPictures.Jpeg()[..^400] },
        { "half a PNG", SentPictures.Png()[..^100] },
        { "half a WebP", SentPictures.Webp()[..^60] },
        { "RIFF that is sound", [.. "RIFF\u0024\0\0\0WAVEfmt "u8, .. new byte[24]] },
        { "the signature of a PNG alone", SentPictures.Png()[..8] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_picture_of_each_kind_becomes_a_JPEG_of_the_same_pixels(string kind, byte[] sent)
    {
        Assert.NotEmpty(kind);
        var (made, fault) = await maker.MakeAsync(sent, CancellationToken.None);
        Assert.Null(fault);
        Assert.Equal((400, 200), (made!.Width, made.Height));
        using var kept = Image.NewFromBuffer(made.Large);
        Assert.Equal("jpegload_buffer", kept.Get("vips-loader"));
        Assert.True(IsRed(kept, 50, 100) && !IsRed(kept, 350, 100));
    }

    [Theory]
    [MemberData(nameof(NoPictures))]
    public async Task What_is_no_picture_is_refused_by_what_it_holds(string what, byte[] sent)
    {
        var (made, fault) = await maker.MakeAsync(sent, CancellationToken.None);
        Assert.True(made is null && fault == PictureFault.NotAPicture, $"{what}: {fault}");
    }

    [Fact]
    public async Task Where_and_with_what_it_was_taken_is_left_out_and_the_picture_stands_upright()
    {
        var sent = SentPictures.Sideways();
        Assert.Contains(SentPictures.Marker, Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        var (made, _) = await maker.MakeAsync(sent, CancellationToken.None);
        Assert.Equal((200, 400), (made!.Width, made.Height));
        using var kept = Image.NewFromBuffer(made.Large);

        // Turned a quarter clockwise, what was left is at the top.
        Assert.True(IsRed(kept, 100, 50) && !IsRed(kept, 100, 350));
        foreach (var bytes in new[] { made.Large, made.Small })
        {
            var text = Encoding.Latin1.GetString(bytes);
            Assert.DoesNotContain(SentPictures.Marker, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_hangs_on_behind_a_picture_is_left_out()
    {
        var (made, _) = await maker.MakeAsync([.. SentPictures.Jpeg(), .. "<script>alert(1)</script>PK\u0003\u0004"u8], CancellationToken.None);
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(made!.Large), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_picture_is_made_smaller_and_a_small_one_is_not_blown_up()
    {
        var (large, _) = await maker.MakeAsync(SentPictures.Jpeg(4000, 1000), CancellationToken.None);
        Assert.Equal((1280, 320), (large!.Width, large.Height));
        using var small = Image.NewFromBuffer(large.Small);
        Assert.Equal((480, 120), (small.Width, small.Height));
        var (little, _) = await maker.MakeAsync(SentPictures.Png(60, 40), CancellationToken.None);
        Assert.Equal((60, 40), (little!.Width, little.Height));
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(5_001, 5_000)]
    [InlineData(1, 30_000_000)]
    public async Task A_file_that_says_it_is_huge_is_refused_before_it_is_unpacked(int width, int height)
    {
        var (made, fault) = await maker.MakeAsync(SentPictures.Bomb(width, height), CancellationToken.None);
        Assert.Null(made);
        Assert.True(fault is PictureFault.TooLarge or PictureFault.NotAPicture, $"{fault}");
    }

    [Fact]
    public async Task A_file_of_too_many_bytes_is_refused() =>
        Assert.Equal(PictureFault.TooLarge, (await maker.MakeAsync(new byte[PictureMaker.MostBytes + 1], CancellationToken.None)).Fault);

    [Fact]
    public async Task Grey_deep_and_see_through_pictures_become_plain_ones()
    {
        using var red = SentPictures.RedAndBlue(80, 60);
        using var grey = red.Colourspace(Enums.Interpretation.Bw);
        using var deep = red.Colourspace(Enums.Interpretation.Rgb16);
        using var alpha = Image.Black(80, 60);
        using var clear = red.Bandjoin(alpha);
        foreach (var sent in new[] { grey.JpegsaveBuffer(), deep.PngsaveBuffer(), clear.PngsaveBuffer(), clear.WebpsaveBuffer(lossless: true) })
        {
            var (made, fault) = await maker.MakeAsync(sent, CancellationToken.None);
            Assert.True(made is not null, $"{fault}");
            using var kept = Image.NewFromBuffer(made.Large);
            Assert.False(kept.HasAlpha());
        }
    }

    // In the long form the seeds are the day's own, so that each run tries others.
    [Fact]
    public async Task Damaged_files_are_read_or_refused_and_nothing_else()
    {
        var isLong = LongRun.IsOn;
        var random = new Random(isLong ? Environment.TickCount : 20261126);
        byte[][] whole = [SentPictures.Jpeg(64, 48), SentPictures.Png(64, 48), SentPictures.Webp(64, 48), SentPictures.Sideways()];
        var read = 0;
        for (var round = 0; round < (isLong ? 20_000 : 400); round++)
        {
            var bytes = whole[round % whole.Length].ToArray();
            for (var change = random.Next(1, 8); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var (made, fault) = await maker.MakeAsync(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, CancellationToken.None);
            Assert.NotEqual(made is null, fault is null);
            read += made is null ? 0 : 1;
        }

        Assert.True(read > 0);
    }

    public void Dispose() => maker.Dispose();

    private static bool IsRed(Image image, int x, int y)
    {
        var colour = image.Getpoint(x, y);
        return colour[0] > 150 && colour[2] < 80;
    }
}
