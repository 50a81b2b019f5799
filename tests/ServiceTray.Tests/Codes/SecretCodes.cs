using ServiceTray.Codes;
using Xunit;

namespace ServiceTray.Tests.Codes;

public sealed class SecretCodes
{
    [Fact]
    public void Are_sixteen_letters_of_five_bits_and_never_twice_the_same()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => SecretCode.New().Words).ToList();
        Assert.Distinct(codes);
        Assert.All(codes, code => Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", code));

        // Each of the 32 letters stands at each of the 16 places: nothing of the 80 bits is always the same.
        Assert.All(Enumerable.Range(0, 16), place => Assert.Equal(32, codes.Select(code => code.Replace("-", "")[place]).Distinct().Count()));
    }

    [Theory]
    [InlineData("7KQ2-M0XA-9VTB-H3WE")]
    [InlineData("7kq2m0xa9vtbh3we")]
    [InlineData(" 7KQ2 MOXA 9VTB H3WE ")]
    [InlineData("7kq2–mOxa–9vtb–h3we")]
    public void Are_read_as_people_write_them(string written)
    {
        Assert.True(SecretCode.TryRead(written, out var code));
        Assert.Equal("7KQ2-M0XA-9VTB-H3WE", code.Words);
    }

    [Theory]
    [InlineData("1LiI-OoO0-0000-0000", "1111-0000-0000-0000")]
    public void Take_letters_that_look_alike_for_one(string written, string meant)
    {
        Assert.True(SecretCode.TryRead(written, out var code));
        Assert.Equal(meant, code.Words);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KQ2-M0XA-9VTB-H3W")]
    [InlineData("7KQ2-M0XA-9VTB-H3WE1")]
    [InlineData("7KQ2-M0XA-9VTB-H3WU")]
    [InlineData("7KQ2-M0XA-9VTB-H3W\0")]
    [InlineData("7KQ2-M0XA-9VTB-H3WÄ")]
    public void Are_not_read_out_of_what_is_none(string? written) => Assert.False(SecretCode.TryRead(written, out _));

    [Fact]
    public void Open_their_own_hash_alone_and_tell_themselves_to_no_log()
    {
        var (code, other) = (SecretCode.New(), SecretCode.New());
        Assert.True(code.Opens(code.Hash));
        Assert.False(code.Opens(other.Hash));
        Assert.False(code.Opens(""));
        Assert.DoesNotContain(code.Words, $"{code}");
        Assert.DoesNotContain(code.Words.Replace("-", ""), code.Hash, StringComparison.OrdinalIgnoreCase);
    }
}
