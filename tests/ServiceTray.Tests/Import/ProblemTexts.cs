using System.Text.RegularExpressions;
using ServiceTray.Import;
using ServiceTray.Languages;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import;

/// <summary>What could not be taken as it is, in the words of whoever reads of it.</summary>
public sealed partial class ProblemTexts
{
    [Fact]
    public void Every_kind_of_problem_that_a_source_tells_has_words_in_three_languages()
    {
        var kinds = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ServiceTray", "Import"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Told().Matches(File.ReadAllText(file)).Select(match => match.Groups["kind"].Value)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(kinds.Count > 20, string.Join(' ', kinds));
        Assert.DoesNotContain(kinds, kind => Enum.GetValues<Language>().Any(language => Texts.OfProblem(kind, "x", language) is null));
    }

    [Fact]
    public void What_was_read_and_what_was_left_out_are_told_in_the_readers_words()
    {
        Assert.Equal("tapahtumia 18", ImportWords.List("Kind", [new ImportCount("events", 18)], Language.Fi, Texts.In(Language.Fi)));
        Assert.Equal("borttagna 2, utkast 1", ImportWords.List("Left", [new ImportCount("deleted", 2), new ImportCount("draft", 1)], Language.Sv, Texts.In(Language.Sv)));

        // A source's own words stand as they are.
        Assert.Equal("venues 3", ImportWords.List("Kind", [new ImportCount("venues", 3)], Language.Fi, Texts.In(Language.Fi)));
    }

    [Fact]
    public void Its_message_is_in_the_language_that_is_asked_and_what_exactly_stands_beside_it()
    {
        var problem = new ImportProblem("t.csv:4", "2", "cell-wrong", "age_min: is no number.");

        Assert.Equal(("Sarakkeen age_min arvo ei käy.", "age_min: is no number."), (problem.In(Language.Fi).Message, problem.In(Language.Fi).Detail));
        Assert.Equal("Värdet i kolumnen age_min duger inte.", problem.In(Language.Sv).Message);
        Assert.Equal(problem, problem.In(Language.En) with { Message = problem.Message, Detail = null });
        Assert.Equal("Old words.", (problem with { Reason = "of-old", Message = "Old words." }).In(Language.Fi).Message);
    }

    [Fact]
    public void Every_kind_of_failure_has_words_in_three_languages_and_a_run_tells_it_in_the_one_that_is_asked()
    {
        Assert.All(Enum.GetValues<ImportFailure>(), kind => Assert.Equal(3, Enum.GetValues<Language>().Select(language => Texts.In(language).Of(kind)).Distinct().Count()));

        var run = ImportRunAnswer.Of(new ImportRun
        {
            Id = Guid.NewGuid(), Source = "ptv", Origin = null, StartedAt = TrayApp.Now, State = ImportRunState.Failed, FailureKind = ImportFailure.TooFew, Failure = "It tells of 9 and gives 2.",
        });
        Assert.Equal(("Källan ger färre poster än den säger sig ha.", "It tells of 9 and gives 2."), (run.In(Language.Sv).Failure, run.In(Language.Sv).FailureDetail));

        // Told twice in a language it is the same; one of an older run is told as it was.
        Assert.Equal("It tells of 9 and gives 2.", run.In(Language.Fi).In(Language.Fi).FailureDetail);
        var old = ImportRunAnswer.Of(new ImportRun { Id = Guid.NewGuid(), Source = "ptv", Origin = null, StartedAt = TrayApp.Now, Failure = "Old words." }).In(Language.Sv);
        Assert.Equal(("Old words.", null), (old.Failure, old.FailureDetail));
    }

    [GeneratedRegex("(ImportProblem\\([^\"\\n)]+|[Tt]rouble(\\.Add)?\\(|report\\.Add\\(new\\(\"organisation\", [^\"\\n)]+)\"(?<kind>[a-z]+(-[a-z]+)*)\",", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Told();
}
