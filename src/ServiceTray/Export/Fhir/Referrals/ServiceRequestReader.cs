using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Themes;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>
/// Reads a FHIR R4 ServiceRequest with the client, her permission and the form contained in it. Without a permission it is a draft. What
/// has no place in a referral, a personal identity code or a diagnosis, is refused and not dropped.
/// </summary>
internal static class ServiceRequestReader
{
    /// <exception cref="ReferralInvalidException">It holds what no referral may or what cannot be read, or lacks what every one needs.</exception>
    public static PostedOrder Read(FhirPart order, DateOnly today)
    {
        var parts = OrderParts.Of(order);
        if (OrderCheck.Problems(parts, today) is { Count: > 0 } problems)
        {
            throw new ReferralInvalidException(problems);
        }

        var (patient, form, survey, permission) = (parts.Patient, parts.Form, parts.Survey, parts.Permission);
        var isDraft = order["status"].Text != "active" || !permission.IsThere;
        return new PostedOrder(
            new ReferralSendingInput(
                order["instantiatesUri"].All.Select(uri => uri.Text).FirstOrDefault(uri => uri?.StartsWith(FhirNames.Programme, StringComparison.Ordinal) == true)?[FhirNames.Programme.Length..] ?? "",
                order["requester"].Id,
                parts.Desk.Id,
                patient.IsThere ? Client(patient, form, today) : null,
                new ReferralReasonInput(
                    [.. order["category"].Codes(FhirNames.Themes).Select(PublicWords.Read<ThemeCode>).OfType<ThemeCode>()],
                    OwnWords(order), Answer(form, "goal").Text, Answer(form, "whatHelps").Text, Answer(form, "mustBeKnown").Text,
                    order["reasonCode"].Codes(FhirNames.Needs).ToList() is { Count: > 0 } needs ? needs : null),
                parts.Point.IsThere ? TargetKind.GuidancePoint : parts.Activity.IsThere ? TargetKind.Activity : TargetKind.CoordinatorDecides,
                parts.Point.Id ?? parts.Activity.Id,
                Survey: Answer(survey, "summary").Text,
                Agreement: permission.IsThere ? Agreement(permission) : null,
                SurveyKey: Answer(survey, "survey").Text),
            order["identifier"].All.Select(identifier => identifier["value"].Text).OfType<string>().First(),
            isDraft);
    }

    private static ReferralClientInput Client(FhirPart patient, FhirPart form, DateOnly today)
    {
        var telecom = Used(patient["telecom"]).FirstOrDefault(one => one["value"].Text is not null);
        var channel = telecom["system"].Text switch
        {
            "email" => ContactChannel.Email,
            "sms" => ContactChannel.TextMessage,
            null when Used(patient["address"]).Any() => ContactChannel.Letter,
            _ => ContactChannel.Phone,
        };
        return new ReferralClientInput(
            NameOf(Used(patient["name"]).FirstOrDefault()),
            channel,
            channel == ContactChannel.Letter ? AddressOf(Used(patient["address"]).FirstOrDefault()) : telecom["value"].Text,
            Answer(form, "safeTimes").Text,
            Answer(form, "leaveNoMessages").IsTrue,
            Answer(form, "doNotContactFirst").IsTrue,
            Answer(form, "isProtected").IsTrue,
            patient["communication"].All.FirstOrDefault()["language"]["coding"].All.FirstOrDefault()["code"].Text,
            Answer(form, "needsInterpreter").IsTrue,
            Answer(form, "municipality").Text,
            Answer(form, "ageBand").Text is { } band ? PublicWords.Read<AgeBand>(band) : BandOf(patient["birthDate"].Text, today),
            Answer(form, "aideName").Text,
            PublicWords.Read<AideScope>(Answer(form, "aideScope").Text ?? ""),
            Answer(form, "aideContact").Text);
    }

    private static AgreementInput Agreement(FhirPart consent)
    {
        var provision = consent["provision"];
        var isGiven = consent["status"].Text == "active";
        return new AgreementInput(
            consent["policyRule"]["text"].Text ?? "",
            consent["category"].Codes(FhirNames.Agreements).Select(PublicWords.Read<AgreementForm>).FirstOrDefault() ?? AgreementForm.Code,
            [.. Permitted(FhirNames.Purposes).Select(PublicWords.Read<Purpose>).OfType<Purpose>()],
            [.. Coded(FhirNames.Fields, "deny").Select(PublicWords.Read<ClientField>).OfType<ClientField>()],
            [.. Permitted(FhirNames.Disclosures)],
            FhirDays.Last(provision["period"]["end"].Text));

        // A no stands before a yes to the same.
        IEnumerable<string> Permitted(string system) => isGiven ? Coded(system, "permit").Except(Coded(system, "deny")) : [];

        IEnumerable<string> Coded(string system, string type) =>
            provision["provision"].All.Where(one => one["type"].Text == type).SelectMany(one => one["code"].Codes(system));
    }

    // What she was called and where she was reached once is not how she is now.
    private static IEnumerable<FhirPart> Used(FhirPart list) => list.All.Where(one => one["use"].Text != "old");

    private static string? OwnWords(FhirPart order) =>
        string.Join(' ', order["reasonCode"].All.Select(WordsBeside).OfType<string>()) is { Length: > 0 } words ? words : null;

    // Beside a code the words are hers as well, unless they only say what the code is called.
    private static string? WordsBeside(FhirPart reason) =>
        reason["text"].Text is { } words && !reason["coding"].All.Any(coding => coding["display"].Text == words) ? words : null;

    private static FhirPart Answer(FhirPart form, string name)
    {
        var answer = form["item"].All.FirstOrDefault(item => item["linkId"].Text == name)["answer"].All.FirstOrDefault();
        return answer["valueString"].IsThere ? answer["valueString"] : answer["valueBoolean"];
    }

    private static string NameOf(FhirPart name) =>
        name["text"].Text ?? string.Join(' ', name["given"].All.Append(name["family"]).Select(part => part.Text).OfType<string>());

    private static string? AddressOf(FhirPart address) =>
        address["text"].Text ?? string.Join(", ", address["line"].All.Append(address["postalCode"]).Append(address["city"]).Select(part => part.Text).OfType<string>());

    // The day is not kept, only the band that it falls into; of a year or month alone the youngest that she can be.
    private static AgeBand? BandOf(string? born, DateOnly today)
    {
        if (FhirDays.Last(born) is not { } day)
        {
            return null;
        }

        var years = today.Year - day.Year - (today < day.AddYears(today.Year - day.Year) ? 1 : 0);
        return years switch
        {
            < 18 => AgeBand.Under18,
            < 30 => AgeBand.From18To29,
            < 50 => AgeBand.From30To49,
            < 65 => AgeBand.From50To64,
            < 80 => AgeBand.From65To79,
            _ => AgeBand.From80,
        };
    }
}
