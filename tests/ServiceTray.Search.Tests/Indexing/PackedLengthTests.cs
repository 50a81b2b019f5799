using ServiceTray.Search.Indexing;
using Xunit;

namespace ServiceTray.Search.Tests.Indexing;

public sealed class PackedLengthTests
{
    [Fact]
    public void Is_exact_up_to_forty_words_and_near_beyond()
    {
        for (var halves = 0; halves <= 80; halves++)
        {
            Assert.Equal(halves / 2f, Unpacked(halves / 2f));
        }

        var random = new Random(3);
        for (var i = 0; i < 10_000; i++)
        {
            var length = (float)(40 * Math.Pow(250, random.NextDouble()));
            Assert.InRange(Unpacked(length) / length, 1 - 0.016, 1 + 0.016);
        }

        Assert.Equal(10_000, Unpacked(10_001), 0.1f);
        Assert.Equal(10_000, Unpacked(1e9f), 0.1f);
    }

    [Fact]
    public void Is_nothing_only_where_there_is_nothing()
    {
        Assert.Equal((0, 0.5f, 0.5f), (Unpacked(0), Unpacked(0.01f), Unpacked(0.5f)));
    }

    [Fact]
    public void Packed_again_stays_what_it_was()
    {
        for (var packed = 0; packed < PackedLength.Count; packed++)
        {
            Assert.Equal(packed, PackedLength.Pack(PackedLength.Lengths[packed]));
        }
    }

    private static float Unpacked(float length) => PackedLength.Lengths[PackedLength.Pack(length)];
}
