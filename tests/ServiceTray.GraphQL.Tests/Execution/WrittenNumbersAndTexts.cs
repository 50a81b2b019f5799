using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ServiceTray.GraphQL.Execution;

namespace ServiceTray.GraphQL.Tests.Execution;

public sealed class WrittenNumbersAndTexts
{
    [Fact]
    public void Read_back_as_the_same_number() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NormalFloat>(),
        number => ReadsBack(number.Get) && ReadsBack(Math.Round(number.Get, 3)) && ReadsBack(Math.Round(number.Get % 1e6, 6))));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(12.25, "12.25")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(-62.891234, "-62.891234")]
    [InlineData(999999999.999999, "999999999.999999")]
    [InlineData(100, "100")]
    public void Are_as_short_as_they_can_be(double number, string text) => Assert.Equal(text, Write(b => b.WriteNumber(number)));

    [Fact]
    public void Are_never_longer_than_the_shortest_text_that_reads_back()
    {
        var random = new System.Random(3);
        for (var i = 0; i < 100_000; i++)
        {
            var number = Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 9)), random.Next(0, 7));
            var shortest = number.ToString("R", CultureInfo.InvariantCulture);
            Assert.True(Write(b => b.WriteNumber(number)).Length <= shortest.Length || shortest.Contains('E', StringComparison.Ordinal), shortest);
        }
    }

    [Fact]
    public void Read_back_as_the_same_text() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<UnicodeString>(),
        text => text.Get is null || JsonSerializer.Deserialize<string>(Write(b => b.WriteString(text.Get))) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get))));

    [Fact]
    public void Escape_what_must_be_wherever_it_stands()
    {
        // Every unit at every place of a text as long as the widest step of copying, and beyond.
        foreach (var unit in Enumerable.Range(0, 0x250).Append(0x7FF).Append(0x800).Append(0xFFFF).Select(i => (char)i))
        {
            for (var at = 0; at < 20; at++)
            {
                var text = string.Concat(Enumerable.Repeat('a', at)) + unit + "bcdefghijk";
                Assert.Equal(text, JsonSerializer.Deserialize<string>(Write(b => b.WriteString(text))));
            }
        }
    }

    private static bool ReadsBack(double number) =>
        double.Parse(Write(b => b.WriteNumber(number)), NumberStyles.Float, CultureInfo.InvariantCulture).Equals(number == 0 ? 0.0 : number);

    private static string Write(Action<ResponseBuffer> write)
    {
        using var buffer = new ResponseBuffer();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }
}
