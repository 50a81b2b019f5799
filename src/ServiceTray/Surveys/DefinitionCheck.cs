namespace ServiceTray.Surveys;

/// <summary>What no single part of a definition can know: that its parts fit each other.</summary>
internal static class DefinitionCheck
{
    public static void Check(Survey survey, ICollection<DefinitionProblem> problems)
    {
        Tell(survey.Languages.Count == 0, "languages", "A definition is in some language.");
        Tell(survey.Questions.Count == 0, "questions", "A survey asks something.");
        Tell(RefusedClasses.AreMetBy(survey), "purpose", "The tray does not examine, screen, predict or monitor: surveys that do are not taken.");
        TellTwice("questions", survey.Questions.Select(question => question.Id));
        TellTwice("scores", survey.Scores.Select(score => score.Id));
        Tell(survey.Questions.Count(question => question.IsAge) > 1, "questions", "The age is asked once.");
        for (var i = 0; i < survey.Questions.Count; i++)
        {
            var question = survey.Questions[i];
            TellTwice($"questions[{i}].choices", question.Choices.Select(choice => choice.Id));
            if (question.ShownWhen is { } condition)
            {
                CheckCondition($"questions[{i}].shownWhen", condition, survey.Questions.Take(i).FirstOrDefault(earlier => earlier.Id == condition.Question));
            }
        }

        for (var i = 0; i < survey.Scores.Count; i++)
        {
            CheckScore($"scores[{i}]", survey.Scores[i], survey);
        }

        void CheckCondition(string path, ShownWhen condition, Question? earlier)
        {
            var chosen = earlier?.Kind is QuestionKind.Choice or QuestionKind.Choices;
            var ranged = condition.AtLeast is not null || condition.AtMost is not null;
            Tell(earlier is null, $"{path}.question", "No earlier question is called so.");
            Tell(earlier is not null && chosen && (condition.AnyOf.Count == 0 || ranged), path, "A choice is one of some.");
            Tell(earlier is not null && !chosen && (!ranged || condition.AnyOf.Count > 0), path, "A number is from least to most.");
            Tell(chosen && condition.AnyOf.Any(id => earlier!.Choices.All(choice => choice.Id != id)), $"{path}.anyOf", "The question has no such choice.");
        }

        void CheckScore(string path, Score score, Survey of)
        {
            Tell(score.Items.Count == 0, $"{path}.items", "A score is made of something.");
            Tell(of.NoTotal && score.Items.Count > 1, $"{path}.items", "Its owner wants no total.");
            Tell((score.Rule == ScoreRule.Table) != (score.Table.Count > 0), $"{path}.table", "TABLE has a table, and no other rule has.");
            Tell(!score.Table.Select(step => step.Sum).SequenceEqual(SumsOf(score, of)) && score.Table.Count > 0, $"{path}.table", "A table holds each possible sum once, from the least on.");
            Tell(score.Rule == ScoreRule.Table && score.Fewest != score.Items.Count, $"{path}.fewest", "A table is of all items.");
            Tell(score.Rule == ScoreRule.Value && score.Items.Count != 1, $"{path}.items", "VALUE is that of one question.");
            Tell(score.Fewest < 1 || score.Fewest > Math.Max(1, score.Items.Count), $"{path}.fewest", "From 1 to the number of items.");
            TellTwice($"{path}.items", score.Items.Select(item => item.Question));
            for (var i = 0; i < score.Items.Count; i++)
            {
                Tell(of.QuestionOrNull(score.Items[i].Question)?.Scale is null, $"{path}.items[{i}].question", "No question with a scale is called so.");
            }

            Tell(!score.Bands.Select(band => band.From).SequenceEqual(score.Bands.Select(band => band.From).Distinct().Order()), $"{path}.bands", "Bands rise.");
        }

        static IEnumerable<double> SumsOf(Score score, Survey of)
        {
            var scales = score.Items.Select(item => of.QuestionOrNull(item.Question)?.Scale).OfType<Scale>().ToList();
            return Enumerable.Range(scales.Sum(scale => scale.Min), scales.Sum(scale => scale.Max - scale.Min) + 1).Select(sum => (double)sum);
        }

        void TellTwice(string path, IEnumerable<string> ids)
        {
            foreach (var twice in ids.Where(id => id.Length > 0).GroupBy(id => id).Where(group => group.Count() > 1))
            {
                problems.Add(new DefinitionProblem(path, $"{twice.Key} is there {twice.Count()} times."));
            }
        }

        void Tell(bool wrong, string path, string message)
        {
            if (wrong)
            {
                problems.Add(new DefinitionProblem(path, message));
            }
        }
    }
}
