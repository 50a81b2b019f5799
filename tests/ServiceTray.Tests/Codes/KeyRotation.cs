using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Codes;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Codes;

/// <summary>What was sealed stays open to its own key, however many keys came after.</summary>
public sealed class KeyRotation
{
    private sealed record Secret(string Words);

    [Fact]
    public async Task Seals_with_the_newest_key_and_opens_with_the_one_of_then()
    {
        var folder = Directory.CreateTempSubdirectory("tray-keys-").FullName;
        try
        {
            string before;
            await using (var tray = await TrayApp.StartAsync("none", dataFolder: folder))
            {
                before = Sealer(tray).Seal("Test", new Secret("uinti"));
                Assert.DoesNotContain("uinti", before);
                var keys = tray.Services.GetRequiredService<IKeyManager>();
                var first = Assert.Single(keys.GetAllKeys());
                keys.CreateNewKey(first.ActivationDate.AddSeconds(1), first.ExpirationDate);
            }

            await using (var tray = await TrayApp.StartAsync("none", dataFolder: folder))
            {
                Assert.Equal("uinti", Sealer(tray).OpenOrNull<Secret>("Test", before)!.Words);
                var after = Sealer(tray).Seal("Test", new Secret("uinti"));
                Assert.NotEqual(before[..24], after[..24]);
                Assert.Null(Sealer(tray).OpenOrNull<Secret>("Other", after));
            }

            Directory.Delete(Path.Combine(folder, "keys"), recursive: true);
            await using var without = await TrayApp.StartAsync("none", dataFolder: folder);
            Assert.Null(Sealer(without).OpenOrNull<Secret>("Test", before));
            Assert.Contains(without.Log.Lines, line => line.Contains("cannot be opened", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Sealer Sealer(TrayApp tray) => tray.Services.GetRequiredService<Sealer>();
}
