using System.Reflection;
using ServiceTray.Refusals;
using Xunit;

namespace ServiceTray.Tests.Refusals;

public sealed class Refusing
{
    private const string Conventions = "/design/conventions.md";

    [SkippableFact]
    public void Knows_every_code_of_the_conventions_and_no_other()
    {
        var file = Shared() + Conventions;
        Skip.IfNot(File.Exists(file), "The shared design papers are not beside the repository.");
        var line = Array.Find(File.ReadAllLines(file), l => l.StartsWith("**Errors.**", StringComparison.Ordinal))!;
        var list = line[line.IndexOf("prints them:", StringComparison.Ordinal)..];
        list = list[..list.IndexOf(". NEAREST", StringComparison.Ordinal)];

        var told = list.Split([" ", ",", "(", ")", ".", ":", "`"], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(c => c is (>= 'A' and <= 'Z') or '_')).Where(code => code.Length > 1).Order();

        var known = typeof(RefusalCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Order();
        Assert.Equal(told, known);
    }

    private static string Shared()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceTray.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? "/", "shared");
    }
}
