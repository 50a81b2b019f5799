using System.Text.Json.Nodes;
using ServiceTray.Languages;
using ServiceTray.Referrals;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>Writes how far a referral is as a FHIR R4 Task that fulfils its order.</summary>
internal static class TaskWriter
{
    /// <summary>The task; null: it has ended, and this reader is not told how.</summary>
    public static JsonObject? Write(ReferralShown shown, JsonObject subject, string order)
    {
        var view = shown.View;
        if (view.State is not { } state)
        {
            return null;
        }

        var task = new JsonObject { ["resourceType"] = "Task" };
        if (view.Parent is { } parent)
        {
            // The one it was forwarded from, which this reader may not see.
            task["partOf"] = new JsonArray(FhirParts.Known(FhirNames.Referrals, parent));
        }

        task["status"] = StatusOf(state);
        if (ReasonOf(view, state) is { } reason)
        {
            task["statusReason"] = reason;
        }

        task["businessStatus"] = FhirParts.Words(PublicWords.Of(state));
        task["intent"] = "order";
        task["code"] = FhirParts.Concept("http://hl7.org/fhir/CodeSystem/task-code", "fulfill");
        task["focus"] = FhirParts.To(order);
        task["for"] = subject.DeepClone();
        task["authoredOn"] = FeedWords.Instant(view.CreatedAt);
        if (view.Steps.Count > 0)
        {
            task["lastModified"] = FeedWords.Instant(view.Steps[^1].At);
        }

        task["owner"] = FhirParts.Known(FhirNames.Organisations, view.Receiver);
        if (view.DueAt is { } due)
        {
            task["restriction"] = new JsonObject { ["period"] = new JsonObject { ["end"] = FeedWords.Instant(due) } };
        }

        if (view.Outcome is { } outcome && Outputs(outcome).ToArray<JsonNode>() is { Length: > 0 } outputs)
        {
            task["output"] = new JsonArray(outputs);
        }

        return task;
    }

    private static string StatusOf(ReferralState state) => state switch
    {
        ReferralState.Draft or ReferralState.AwaitingConsent => "draft",
        ReferralState.Sent => "requested",
        ReferralState.Received or ReferralState.NeedsInformation => "received",
        ReferralState.Accepted or ReferralState.ContactAttempted => "accepted",
        ReferralState.Waiting => "on-hold",
        ReferralState.InProgress => "in-progress",
        ReferralState.Completed => "completed",
        ReferralState.Declined => "rejected",
        ReferralState.NotReached or ReferralState.Discontinued => "failed",
        ReferralState.EnteredInError => "entered-in-error",
        _ => "cancelled",
    };

    private static JsonObject? ReasonOf(ReferralView view, ReferralState state) => view.Steps.LastOrDefault(step => step.To == state && step.From != step.To)?.Reason is { } reason
        ? new JsonObject { ["coding"] = new JsonArray(FhirParts.Coding(FhirNames.Reasons, PublicWords.Of(reason))), ["text"] = PublicWords.Of(reason) }
        : state.IsEnded() && state != ReferralState.Completed ? FhirParts.Words(PublicWords.Of(state)) : null;

    private static IEnumerable<JsonObject> Outputs(ReferralOutcome outcome)
    {
        foreach (var (name, words) in new[] { ("joined", outcome.Joined), ("howOften", outcome.HowOften), ("toSender", outcome.ToSender) })
        {
            if (words is not null)
            {
                yield return new JsonObject { ["type"] = FhirParts.Words(name), ["valueString"] = words };
            }
        }

        if (outcome.Result is { } result)
        {
            yield return new JsonObject { ["type"] = FhirParts.Words("result"), ["valueCodeableConcept"] = FhirParts.Concept(FhirNames.Outcomes, result) };
        }

        foreach (var (name, goal) in new[] { ("goalBefore", outcome.GoalBefore), ("goalAfter", outcome.GoalAfter) })
        {
            if (goal is { } number)
            {
                yield return new JsonObject { ["type"] = FhirParts.Words(name), ["valueInteger"] = number };
            }
        }
    }
}
