using System.Diagnostics;
using ServiceTray.Tests.Support;

namespace ServiceTray.Benchmarks.Engine;

/// <summary>mercurius with JIT on Node, the fastest GraphQL server there; installed by npm into the user's cache once.</summary>
internal static class Mercurius
{
    private static readonly string[] Packages = ["mercurius@16.10.1", "fastify@5.12.8", "graphql@16.14.0"];

    private static string Source => Path.Combine(Repository.Root, "tests", "ServiceTray.Benchmarks", "Engine");

    private static string Home => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "servicetray-benchmarks", string.Join('_', Packages).Replace('@', '-'));

    /// <summary>Starts it over the catalogue; null, with the reason told, when Node or the packages are not to be had.</summary>
    public static async Task<RunningTray?> TryStartAsync(string pageFile)
    {
        try
        {
            if (!Directory.Exists(Path.Combine(Home, "node_modules", "mercurius")))
            {
                Directory.CreateDirectory(Home);
                await File.WriteAllTextAsync(Path.Combine(Home, "package.json"), "{}");
                using var npm = Process.Start("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", Home, .. Packages]);
                await npm.WaitForExitAsync();
            }

            string[] words = [Path.Combine(Source, "mercurius.mjs"), Home, Path.Combine(Source, "Catalogue.graphql"), pageFile];
            return await RunningTray.StartAsync(new ProcessStartInfo("node", words) { Environment = { ["NODE_ENV"] = "production" } }, TimeSpan.FromSeconds(30));
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Console.WriteLine($"mercurius is left out: {exception.Message}");
            return null;
        }
    }
}
