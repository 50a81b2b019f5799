using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Surveys;

namespace ServiceTray.Referrals.Programmes;

/// <summary>Reads a programme and tells all that is wrong with it at once.</summary>
internal static class ProgrammeReader
{
    private static readonly string[] Languages = ["fi", "sv", "en"];

    /// <summary>The programme, or null with at least one problem.</summary>
    public static (Programme? Programme, IReadOnlyList<DefinitionProblem> Problems) Read(ReadOnlyMemory<byte> json, RefusedWords refused, bool isForClientData)
    {
        var problems = new List<DefinitionProblem>();
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, [new DefinitionProblem("", "A definition is an object.")]);
            }

            var programme = Read(new DefinitionPart(document.RootElement, "", problems), refused);
            ProgrammeCheck.Check(programme, isForClientData, problems);
            return problems.Count == 0 ? (programme, []) : (null, problems);
        }
        catch (JsonException wrong)
        {
            return (null, [new DefinitionProblem("", $"This is no JSON: line {wrong.LineNumber + 1}.")]);
        }
    }

    private static Programme Read(DefinitionPart part, RefusedWords refused)
    {
        var consent = part.PartOrNull("consent");
        var programme = new Programme
        {
            Key = part.Id("key"),
            Class = part.Word<ProgrammeClass>("class"),
            IsOn = part.Flag("on"),
            Name = part.Texts("name", Languages, needed: true),
            Introduction = part.Texts("introduction", Languages, needed: true),
            Warning = part.Texts("warning", Languages, needed: false),
            NamesClient = !part.Flag("withoutClient"),
            CoordinatorDecides = part.Flag("coordinatorDecides"),
            IsOpenToClients = part.Flag("openToClients"),
            LeadsToPoints = part.Flag("leadsToPoints"),
            County = part.WordsOrNull("county"),
            MinimumAge = part.WholeOrNull("minimumAge") ?? 18,
            ContactTries = part.WholeOrNull("contactTries") ?? 3,
            Law = ReadLaw(part.PartOrNull("law")),
            ConsentVersion = consent?.Words("version") ?? "",
            ConsentText = consent?.Texts("text", Languages, needed: true) ?? LocalizedText.Empty,
            ConsentMonths = consent?.WholeOrNull("months") ?? 12,
            Senders = [.. part.Parts("senders").Select(ReadParty)],
            Recipients = [.. part.Parts("recipients").Select(ReadParty)],
            Deadlines = ReadDeadlines(part.PartOrNull("deadlines")),
            Reasons = part.WordsOf<ReasonCode>("reasons").ToHashSet(),
            Phases = [.. part.Parts("phases").Select(ReadPhase)],
            Outcomes = [.. part.Parts("outcomes").Select(ReadChoice)],
            Needs = [.. part.Parts("needs").Select(ReadChoice)],
            Disclosures = [.. part.Parts("disclosures").Select(ReadChoice)],
            Survey = part.WordsOrNull("survey"),
            Materials = part.Strings("materials"),
            Minors = part.Texts("minors", Languages, needed: false),
            Path = [.. part.Parts("path").Select(ReadStep)],
            Sentence = part.Texts("sentence", Languages, needed: false),
            StatisticsCodes = part.Strings("statisticsCodes"),
            Refused = refused,
        };
        consent?.TellUnknown();
        part.TellUnknown();
        return programme;
    }

    private static ProgrammeLaw ReadLaw(DefinitionPart? part)
    {
        var law = new ProgrammeLaw(
            part?.Strings("controllers") ?? [],
            part?.WordsOrNull("processor"),
            part?.WordsOrNull("contact"),
            part?.Texts("notice", Languages, needed: false) ?? LocalizedText.Empty,
            [.. part?.Parts("bases").Select(ReadBasis) ?? []]);
        part?.TellUnknown();
        return law;
    }

    private static LegalBasis ReadBasis(DefinitionPart part)
    {
        var basis = new LegalBasis(part.Texts("purpose", Languages, needed: true), part.Words("basis"), part.Whole("retentionMonths"));
        part.TellUnknown();
        return basis;
    }

    private static ProgrammeParty ReadParty(DefinitionPart part)
    {
        var party = new ProgrammeParty(
            Source.IdOf("seed", $"organisation:{part.Id("organisation")}"),
            part.Texts("name", Languages, needed: true),
            part.Word<OrganisationKind>("kind"),
            part.Texts("area", Languages, needed: false),
            part.WordsOrNull("phone"),
            part.WordsOrNull("email")) { County = part.WordsOrNull("county") };
        part.TellUnknown();
        return party;
    }

    private static PathStep ReadStep(DefinitionPart part)
    {
        var step = new PathStep(part.Texts("name", Languages, needed: true), part.WordsOf<ReferralState>("states").ToHashSet());
        part.TellUnknown();
        return step;
    }

    private static Phase ReadPhase(DefinitionPart part)
    {
        var phase = new Phase(part.Id("key"), part.Texts("name", Languages, needed: true), part.Flag("besideOthers"), part.Whole("followUpMonths"));
        part.TellUnknown();
        return phase;
    }

    private static ProgrammeChoice ReadChoice(DefinitionPart part)
    {
        var choice = new ProgrammeChoice(part.Id("key"), part.Texts("name", Languages, needed: true));
        part.TellUnknown();
        return choice;
    }

    private static Deadlines ReadDeadlines(DefinitionPart? part)
    {
        var usual = new Deadlines();
        var read = part is null ? usual : new Deadlines
        {
            DraftDays = part.WholeOrNull("draftDays") ?? usual.DraftDays,
            ConsentReminder = part.WholeOrNull("consentReminder") ?? usual.ConsentReminder,
            ConsentLapse = part.WholeOrNull("consentLapse") ?? usual.ConsentLapse,
            Acknowledge = part.WholeOrNull("acknowledge") ?? usual.Acknowledge,
            Information = part.WholeOrNull("information") ?? usual.Information,
            FirstContact = part.WholeOrNull("firstContact") ?? usual.FirstContact,
            Reach = part.WholeOrNull("reach") ?? usual.Reach,
            Feedback = part.WholeOrNull("feedback") ?? usual.Feedback,
            PermissionReminder = part.WholeOrNull("permissionReminder") ?? usual.PermissionReminder,
            Escalation = part.WholeOrNull("escalation") ?? usual.Escalation,
        };
        part?.TellUnknown();
        return read;
    }
}
