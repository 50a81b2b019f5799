using ServiceTray.Places;
using Xunit;

namespace ServiceTray.Tests.Places;

public sealed class PlaceTables : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("places").FullName;

    public PlaceTables()
    {
        Write("counties.csv", "code,fi,sv,en,shortFi,shortSv,shortEn,latitude,longitude", "PS,Pohjois-Savon hyvinvointialue,Norra Savolax välfärdsområde,,Pohjois-Savo,,,62.9,27.6");
        Write("municipalities.csv", "code,fi,sv,county,latitude,longitude", "297,Kuopio,Kuopio,PS,62.9,27.6");
        Write("postal-codes.csv", "code,fi,sv,municipality,latitude,longitude,centre", "70100,Kuopio,Kuopio,297,62.9,27.6,area");
        Write("neighbourhoods.csv", "name,municipality,latitude,longitude");
    }

    [Fact]
    public void Are_read_when_they_are_whole() => Assert.Equal("PS", RegionReader.Read(folder)["70100"]!.County);

    [Theory]
    [InlineData("municipalities.csv", "420,Leppävirta, kirkonkylä,Leppävirta,PS,62.4,27.9", 3)]
    [InlineData("municipalities.csv", "420,\"Leppävirta\",Leppävirta,PS,62.4,27.9", 3)]
    [InlineData("municipalities.csv", "420,Leppävirta,Leppävirta,XX,62.4,27.9", 3)]
    [InlineData("municipalities.csv", "420,Leppävirta,Leppävirta,297,62.4,27.9", 3)]
    [InlineData("municipalities.csv", "297,Leppävirta,Leppävirta,PS,62.4,27.9", 3)]
    [InlineData("municipalities.csv", "420,Leppävirta,Leppävirta,PS,62.4,27.9,", 3)]
    [InlineData("municipalities.csv", "420,,Leppävirta,PS,62.4,27.9", 3)]
    [InlineData("postal-codes.csv", "79100,Leppävirta,Leppävirta,420,62.4,27.9,area", 3)]
    [InlineData("postal-codes.csv", "70110,Kuopio,Kuopio,297,624,27.9,area", 3)]
    [InlineData("postal-codes.csv", "70110,Kuopio,Kuopio,297,,27.9,area", 3)]
    [InlineData("neighbourhoods.csv", "Puijonlaakso,PS,62.9,27.6", 2)]
    [InlineData("neighbourhoods.csv", "", 2)]
    public void A_row_that_cannot_be_is_refused_with_its_file_and_line(string file, string row, int line)
    {
        File.AppendAllText(Path.Combine(folder, file), row + "\n");

        var refusal = Assert.Throws<InvalidDataException>(() => RegionReader.Read(folder));

        Assert.Contains($"{file}:{line}:", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_header_is_refused()
    {
        Write("neighbourhoods.csv", "name,municipality,longitude,latitude");

        Assert.Contains("neighbourhoods.csv:1:", Assert.Throws<InvalidDataException>(() => RegionReader.Read(folder)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(folder, file), lines);
}
