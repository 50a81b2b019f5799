using System.Reflection;
using ServiceTray.Refusals;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Refusals;

public sealed class Refusing
{
    private const string Conventions = "/design/conventions.md";

    [SkippableFact]
    public void Knows_every_code_of_the_conventions()
    {
        var file = Repository.Shared + Conventions;
        Skip.IfNot(File.Exists(file), "The shared design papers are not beside the repository.");
        var line = Array.Find(File.ReadAllLines(file), l => l.StartsWith("**Errors.**", StringComparison.Ordinal))!;
        var list = line[line.IndexOf("prints them:", StringComparison.Ordinal)..];
        list = list[..list.IndexOf(". NEAREST", StringComparison.Ordinal)];

        var told = list.Split([" ", ",", "(", ")", ".", ":", "`"], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(c => c is (>= 'A' and <= 'Z') or '_')).Where(code => code.Length > 1).ToList();

        var known = typeof(RefusalCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Empty(told.Except(known));
        Assert.True(told.Count >= 15);
    }
}
