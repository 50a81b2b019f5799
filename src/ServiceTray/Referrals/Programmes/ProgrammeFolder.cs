using System.Text.Json;

namespace ServiceTray.Referrals.Programmes;

/// <summary>The definitions of <c>seed-data/programmes</c>, and the words that no referral may hold.</summary>
internal static class ProgrammeFolder
{
    /// <summary>The file beside the definitions that is none.</summary>
    public const string RefusedFile = "refused-words.json";

    /// <param name="folder">Where they lie.</param>
    /// <param name="isForClientData">Whether this installation is declared fit for the client data of care.</param>
    /// <exception cref="InvalidDataException">Something in a definition is not as it must be; all of it is told.</exception>
    public static ProgrammeShelf Read(string folder, bool isForClientData)
    {
        var problems = new List<string>();
        var refused = new RefusedWords(ReadRefused(Path.Combine(folder, RefusedFile), problems));
        var programmes = new List<Programme>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != RefusedFile).Order(StringComparer.Ordinal))
        {
            var (programme, wrong) = ProgrammeReader.Read(File.ReadAllBytes(file), refused, isForClientData);
            problems.AddRange(wrong.Select(problem => $"{Path.GetFileName(file)}, {problem.Path}: {problem.Message}"));
            programmes.AddRange(programme is null ? [] : [programme]);
        }

        problems.AddRange(programmes.GroupBy(programme => programme.Key).Where(same => same.Count() > 1).Select(same => $"{same.Key} is defined twice."));
        return problems.Count == 0 ? new ProgrammeShelf([.. programmes.OrderBy(programme => programme.Key, StringComparer.Ordinal)]) : throw new InvalidDataException($"{folder}: {string.Join(" ", problems)}");
    }

    private static List<string> ReadRefused(string file, List<string> problems)
    {
        try
        {
            return JsonSerializer.Deserialize<List<string>>(File.ReadAllBytes(file)) ?? [];
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            problems.Add($"{Path.GetFileName(file)} cannot be read: {exception.Message}");
            return [];
        }
    }
}
