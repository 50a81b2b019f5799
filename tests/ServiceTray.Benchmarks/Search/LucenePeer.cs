using System.Diagnostics;
using System.Globalization;
using ServiceTray.Tests.Support;

namespace ServiceTray.Benchmarks.Search;

/// <summary>Java Lucene of Debian's liblucene8-java, in a process of its own; left out where there is no Java or no such package.</summary>
internal sealed class LucenePeer : IPeer
{
    private const string Jars = "/usr/share/java";
    private readonly Process java;
    private readonly DirectoryInfo folder;

    private LucenePeer(Process java, DirectoryInfo folder) => (this.java, this.folder) = (java, folder);

    public string Name => "Java Lucene";

    public int Questions => 2_000;

    public static async Task<LucenePeer?> TryStartAsync(IEnumerable<MadeOffering> offerings)
    {
        string[] jars = Directory.Exists(Jars) ? Directory.GetFiles(Jars, "lucene-*8*.jar") : [];
        if (jars.Length == 0 || !File.Exists("/usr/bin/javac"))
        {
            Console.WriteLine("  Java Lucene is left out: it needs Debian's liblucene8-java and a JDK");
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("lucene-peer-");
        var documents = Path.Combine(folder.FullName, "documents.tsv");
        await File.WriteAllLinesAsync(documents, offerings.Select(made => string.Create(
            CultureInfo.InvariantCulture, $"{made.Title}\t{made.Text}\t{made.Point.Latitude}\t{made.Point.Longitude}\t{made.Municipality}\t{string.Join(',', made.Themes)}")));
        var source = Path.Combine(Repository.Root, "tests", "ServiceTray.Benchmarks", "Search", "LucenePeer.java");
        var java = Process.Start(new ProcessStartInfo("java", ["-Xmx4g", $"-Djava.io.tmpdir={folder.FullName}", "-cp", string.Join(':', jars), source, documents])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var peer = new LucenePeer(java, folder);
        return await java.StandardOutput.ReadLineAsync() == "ready" ? peer : throw new InvalidOperationException("The Lucene peer did not start.");
    }

    public async Task<Answers> AskAsync(IReadOnlyList<MadeQuestion> questions)
    {
        var file = Path.Combine(folder.FullName, "questions.tsv");
        await File.WriteAllLinesAsync(file, questions.Select(question => string.Create(
            CultureInfo.InvariantCulture, $"{question.First}\t{question.Second}\t{question.All}\t{question.Point.Latitude}\t{question.Point.Longitude}")));
        await java.StandardInput.WriteLineAsync(file);
        var told = (await java.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The Lucene peer ended.")).Split('\t');
        return new Answers(double.Parse(told[0], CultureInfo.InvariantCulture), long.Parse(told[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        java.StandardInput.Close();
        java.WaitForExit();
        java.Dispose();
        folder.Delete(recursive: true);
    }
}
