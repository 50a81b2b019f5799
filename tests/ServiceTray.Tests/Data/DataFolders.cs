using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Data;

/// <summary>Who may read where the tray keeps all that it has.</summary>
public sealed class DataFolders
{
    [SkippableTheory]
    [InlineData(false, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)]
    [InlineData(true, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute)]
    public async Task Are_made_for_one_user_and_left_as_they_are_when_somebody_else_made_them(bool isThere, UnixFileMode expected)
    {
        if (OperatingSystem.IsWindows())
        {
            Skip.If(true, "Windows has no file modes.");
            return;
        }

        var folder = Path.Combine(Path.GetTempPath(), $"tray-{Guid.CreateVersion7()}");
        if (isThere)
        {
            Directory.CreateDirectory(folder, expected);
        }

        try
        {
            await using var tray = await TrayApp.StartAsync("none", dataFolder: folder);
            Assert.Equal(expected, File.GetUnixFileMode(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
