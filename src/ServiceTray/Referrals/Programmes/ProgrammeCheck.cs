using ServiceTray.Organisations;
using ServiceTray.Surveys;

namespace ServiceTray.Referrals.Programmes;

/// <summary>Tells what in a definition cannot stand together, and what law asks before it is switched on.</summary>
internal static class ProgrammeCheck
{
    private const int LongestDeadline = 250;

    public static void Check(Programme programme, bool isForClientData, ICollection<DefinitionProblem> problems)
    {
        if (programme.IsOn)
        {
            foreach (var missing in programme.Law.Missing)
            {
                problems.Add(new($"law.{missing}", "Without this a programme cannot be switched on."));
            }

            if (programme.Senders.Count == 0 || programme.Recipients.Count == 0)
            {
                problems.Add(new(programme.Senders.Count == 0 ? "senders" : "recipients", "Without any a programme cannot be switched on."));
            }
        }

        if (programme.Class == ProgrammeClass.Care)
        {
            if (programme.IsOn && !isForClientData)
            {
                problems.Add(new("on", "A programme of care runs only in an installation that is declared fit for client data."));
            }

            if (programme.Warning.IsEmpty)
            {
                problems.Add(new("warning", "A programme of care carries a warning."));
            }

            if (programme.Recipients.Any(party => party.Kind == OrganisationKind.Association))
            {
                problems.Add(new("recipients", "A programme of care is never addressed to an association."));
            }
        }

        foreach (var twice in programme.Recipients.GroupBy(party => party.Organisation).Where(same => same.Count() > 1))
        {
            problems.Add(new("recipients", $"{twice.First().Name.Pick(Languages.Language.Fi).Value} stands twice."));
        }

        if (programme.Phases.DistinctBy(phase => phase.Key).Count() < programme.Phases.Count || programme.Phases.Any(phase => phase.FollowUpMonths is < 1 or > 24))
        {
            problems.Add(new("phases", "Each phase has a key of its own, and 1 to 24 months until one asks how it goes."));
        }

        foreach (var (name, choices) in new[] { ("outcomes", programme.Outcomes), ("needs", programme.Needs), ("disclosures", programme.Disclosures) })
        {
            if (choices.DistinctBy(choice => choice.Key).Count() < choices.Count)
            {
                problems.Add(new(name, "Each has a key of its own."));
            }
        }

        if (programme.MinimumAge < 18 && programme.Minors.IsEmpty)
        {
            problems.Add(new("minors", "A programme for those under 18 says who agrees and who may see."));
        }

        if (!programme.NamesClient && (programme.Survey is not null || programme.Disclosures.Count > 0))
        {
            problems.Add(new("withoutClient", "Where there is no client nobody has a survey to share, or lets anything be told."));
        }

        if (programme.Law.Bases.Any(basis => basis.RetentionMonths <= 0))
        {
            problems.Add(new("law.bases", "Data are kept for a number of months."));
        }

        var days = programme.Deadlines;
        if (new[] { days.DraftDays, days.ConsentReminder, days.ConsentLapse, days.Acknowledge, days.Information, days.FirstContact, days.Reach, days.Feedback, days.Escalation }
            .Any(count => count is < 1 or > LongestDeadline) || days.ConsentReminder >= days.ConsentLapse)
        {
            problems.Add(new("deadlines", $"A deadline is 1 to {LongestDeadline} days, and one is reminded before a wish lapses."));
        }

        if (programme is { MinimumAge: < 0 or > 120 } or { ContactTries: < 1 or > 20 } or { ConsentMonths: < 1 or > 60 })
        {
            problems.Add(new("", "The minimum age, the tries or the months of consent are out of reason."));
        }
    }
}
