using ServiceTray.Languages;

namespace ServiceTray.Needs;

/// <summary>Checks needs and reads their phrases; everything wrong is told, not the first thing only.</summary>
internal sealed class NeedLexiconCheck(NeedLexiconCommon common, List<string> problems)
{
    private static readonly Language[] Languages = Enum.GetValues<Language>();

    /// <summary>The phrases that could be read.</summary>
    public IReadOnlyList<(NeedEntry Entry, Language Language, NeedPhrase Phrase)> Check(IReadOnlyList<NeedEntry> entries)
    {
        Tell(string.IsNullOrWhiteSpace(common.Version), "lexicon.json has no version.");
        Tell(Languages.Any(language => !common.Negations.ContainsKey(language)), "lexicon.json lacks the words that deny in some language.");
        Tell(Languages.Any(language => !common.Classes.ContainsKey(language)), "lexicon.json lacks the classes of words in some language.");
        foreach (var twice in entries.GroupBy(entry => entry.Key).Where(same => same.Count() > 1))
        {
            problems.Add($"{twice.Key} stands twice.");
        }

        Tell(entries.Count == 0, "There are no needs.");
        return [.. entries.SelectMany(Read)];
    }

    private IEnumerable<(NeedEntry Entry, Language Language, NeedPhrase Phrase)> Read(NeedEntry entry)
    {
        Tell(entry.Themes.Count == 0, $"{entry.Key} has no theme.");
        Tell(string.IsNullOrWhiteSpace(entry.Reason), $"{entry.Key} has no reason.");
        foreach (var source in new[] { entry.From.Said, entry.From.Seek }.Where(source => !common.Sources.ContainsKey(source)))
        {
            problems.Add($"{entry.Key} comes from '{source}', which is no source of lexicon.json.");
        }

        foreach (var language in Languages)
        {
            Tell(entry.Seek.GetValueOrDefault(language) is not { Count: > 0 }, $"{entry.Key} seeks nothing in {language.Tag()}.");
            Tell(entry.Said.GetValueOrDefault(language) is not { Count: > 0 }, $"{entry.Key} is said by nobody in {language.Tag()}.");
            foreach (var words in (entry.Seek.GetValueOrDefault(language) ?? []).Concat(entry.Also.GetValueOrDefault(language) ?? []))
            {
                Tell(NeedWords.Of(words).Count == 0, $"{entry.Key} seeks '{words}', which has no word.");
            }

            foreach (var written in entry.Said.GetValueOrDefault(language) ?? [])
            {
                if (NeedPhrase.TryRead(common.WrittenOut(written, language), common.Negations.GetValueOrDefault(language) ?? [], out var phrase, out var problem))
                {
                    yield return (entry, language, phrase);
                }
                else
                {
                    problems.Add($"{entry.Key}, '{written}' in {language.Tag()}: {problem}.");
                }
            }
        }
    }

    private void Tell(bool wrong, string problem)
    {
        if (wrong)
        {
            problems.Add(problem);
        }
    }
}
