using System.Text.Json.Nodes;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>Writes what was answered on the referral's form, and the summary of a survey that its client shares, as FHIR R4 QuestionnaireResponses.</summary>
internal static class ReferralFormWriter
{
    public static JsonObject? Form(ReferralView view, JsonObject subject) => Response(FhirNames.ReferralForm, view, subject, [.. Items(view)]);

    public static JsonObject? Survey(ReferralView view, Programme programme, JsonObject subject) =>
        Response(FhirNames.SurveySummary, view, subject, view.Survey is { } summary ? [.. new[] { Words("survey", programme.Survey), Words("summary", summary) }.OfType<JsonNode>()] : []);

    private static IEnumerable<JsonNode> Items(ReferralView view)
    {
        JsonNode?[] items =
        [
            Words("goal", view.Reason?.Goal),
            Words("whatHelps", view.Reason?.WhatHelps),
            Words("mustBeKnown", view.Reason?.MustBeKnown),
            Words("safeTimes", view.Client?.SafeTimes),
            Words("municipality", view.Client?.Municipality),
            Words("ageBand", view.Client?.AgeBand is { } band ? PublicWords.Of(band) : null),
            Words("aideName", view.Client?.Aide?.Name),
            Words("aideScope", view.Client?.Aide is { } aide ? PublicWords.Of(aide.Scope) : null),
            Words("aideContact", view.Client?.Aide?.Contact),
            Flag("leaveNoMessages", view.Client?.LeaveNoMessages),
            Flag("doNotContactFirst", view.Client?.DoNotContactFirst),
            Flag("isProtected", view.Client?.IsProtected),
            Flag("needsInterpreter", view.Client?.NeedsInterpreter),
        ];
        return items.OfType<JsonNode>();
    }

    private static JsonObject? Response(string questionnaire, ReferralView view, JsonObject subject, JsonNode[] items) => items.Length == 0 ? null : new JsonObject
    {
        ["resourceType"] = "QuestionnaireResponse",
        ["questionnaire"] = questionnaire,
        ["status"] = "completed",
        ["subject"] = subject.DeepClone(),
        ["authored"] = FeedWords.Instant(view.CreatedAt),
        ["item"] = new JsonArray(items),
    };

    private static JsonNode? Words(string name, string? words) => words is null ? null : Item(name, new JsonObject { ["valueString"] = words });

    private static JsonNode? Flag(string name, bool? flag) => flag is true ? Item(name, new JsonObject { ["valueBoolean"] = true }) : null;

    private static JsonObject Item(string name, JsonObject answer) => new() { ["linkId"] = name, ["answer"] = new JsonArray(answer) };
}
