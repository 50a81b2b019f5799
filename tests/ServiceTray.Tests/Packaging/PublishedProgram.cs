using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Packaging;

/// <summary>The program as build/publish.sh makes it, from a copy of the sources, in a folder that nobody can write.</summary>
public sealed class PublishedProgram : IAsyncLifetime
{
    private readonly string home = Directory.CreateTempSubdirectory("servicetray-published-").FullName;

    internal string Folder => Path.Combine(home, "program");

    internal string Data => Path.Combine(home, "data");

    internal Unprivileged User => new(home);

    public async Task InitializeAsync()
    {
        if (Unprivileged.Obstacle is not null)
        {
            return;
        }

        // The browser packages come along as the build of the tests put them, newer than what they are made from, so npm is not asked again.
        var source = Path.Combine(home, "source");
        Directory.CreateDirectory(source);
        await Unprivileged.RunAsync(new("bash", ["-c",
            """
            set -euo pipefail
            tar -C "$1" -c --exclude=bin --exclude=obj --exclude=node_modules \
              src seed-data build Directory.Build.props Directory.Packages.props global.json .editorconfig BannedSymbols.txt | tar -x -C "$2"
            find "$2/src/ServiceTray/wwwroot/lib" -type f -exec touch {} +
            """, "copy", Repository.Root, source]));
        await User.OwnHomeAsync();
        var publish = User.Command(Path.Combine(source, "build", "publish.sh"), Folder);

        // The same sources were looked through when the tests were built.
        publish.Environment["RunAnalyzers"] = "false";
        await Unprivileged.RunAsync(publish);
        await Unprivileged.RunAsync(User.Command("chmod", "-R", "a-w", Folder));
    }

    public async Task DisposeAsync()
    {
        await Unprivileged.RunAsync(new("chmod", ["-R", "u+w", home]));
        Directory.Delete(home, recursive: true);
    }
}
