using System.Globalization;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Refusals;
using ServiceTray.Themes;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>
/// Reads a FHIR R4 ServiceRequest with the client, her permission and the form contained in it. Without a permission it is a draft. What
/// has no place in a referral, a personal identity code or a diagnosis, is refused and not dropped.
/// </summary>
internal static class ServiceRequestReader
{
    /// <exception cref="ReferralInvalidException">It holds what no referral may, or lacks what every one needs.</exception>
    public static PostedOrder Read(FhirPart order, DateOnly today)
    {
        var contained = order["contained"].All.ToLookup(part => part["resourceType"].Text);
        var patient = contained["Patient"].FirstOrDefault();
        var form = contained["QuestionnaireResponse"].FirstOrDefault(part => part["questionnaire"].Text == FhirNames.ReferralForm);
        var survey = contained["QuestionnaireResponse"].FirstOrDefault(part => part["questionnaire"].Text == FhirNames.SurveySummary);
        var problems = Problems(order, patient).ToList();
        if (problems.Count > 0)
        {
            throw new ReferralInvalidException(problems);
        }

        var permission = contained["Consent"].FirstOrDefault();
        var isDraft = order["status"].Text != "active" || !permission.IsThere;
        return new PostedOrder(
            new ReferralSendingInput(
                order["instantiatesUri"].All.Select(uri => uri.Text).FirstOrDefault(uri => uri?.StartsWith(FhirNames.Programme, StringComparison.Ordinal) == true)?[FhirNames.Programme.Length..] ?? "",
                order["requester"].Id,
                order["performer"].All.FirstOrDefault().Id,
                patient.IsThere ? Client(patient, form, today) : null,
                new ReferralReasonInput(
                    [.. order["category"].Codes(FhirNames.Themes).Select(PublicWords.Read<ThemeCode>).OfType<ThemeCode>()],
                    OwnWords(order), Answer(form, "goal").Text, Answer(form, "whatHelps").Text, Answer(form, "mustBeKnown").Text),
                Survey: Answer(survey, "summary").Text,
                Agreement: permission.IsThere ? Agreement(permission) : null,
                SurveyKey: Answer(survey, "survey").Text),
            order["identifier"].All.Select(identifier => identifier["value"].Text).OfType<string>().First(),
            isDraft);
    }

    private static IEnumerable<ReferralProblem> Problems(FhirPart order, FhirPart patient)
    {
        // The care system's own number of the order is what keeps one that is posted again from being sent twice.
        if (!order["identifier"].All.Any(identifier => identifier["value"].Text is not null))
        {
            yield return new("identifier", RefusalCodes.FieldRequired);
        }

        if (patient["identifier"].IsThere)
        {
            yield return new("contained[Patient].identifier", RefusalCodes.IdentityCodeRefused);
        }

        if (order["reasonReference"].IsThere)
        {
            yield return new("reasonReference", RefusalCodes.DiagnosisRefused);
        }

        if (order["reasonCode"].All.Any(reason => reason["coding"].IsThere))
        {
            yield return new("reasonCode.coding", RefusalCodes.DiagnosisRefused);
        }
    }

    private static ReferralClientInput Client(FhirPart patient, FhirPart form, DateOnly today)
    {
        var telecom = patient["telecom"].All.FirstOrDefault(one => one["value"].Text is not null);
        var channel = telecom["system"].Text switch
        {
            "email" => ContactChannel.Email,
            "sms" => ContactChannel.TextMessage,
            null when patient["address"].IsThere => ContactChannel.Letter,
            _ => ContactChannel.Phone,
        };
        return new ReferralClientInput(
            NameOf(patient["name"].All.FirstOrDefault()),
            channel,
            channel == ContactChannel.Letter ? AddressOf(patient["address"].All.FirstOrDefault()) : telecom["value"].Text,
            Answer(form, "safeTimes").Text,
            Answer(form, "leaveNoMessages").IsTrue,
            Answer(form, "doNotContactFirst").IsTrue,
            Answer(form, "isProtected").IsTrue,
            patient["communication"].All.FirstOrDefault()["language"]["coding"].All.FirstOrDefault()["code"].Text,
            Answer(form, "needsInterpreter").IsTrue,
            Answer(form, "municipality").Text,
            Answer(form, "ageBand").Text is { } band ? PublicWords.Read<AgeBand>(band) : BandOf(patient["birthDate"].Text, today),
            Answer(form, "aideName").Text,
            PublicWords.Read<AideScope>(Answer(form, "aideScope").Text ?? ""));
    }

    private static AgreementInput Agreement(FhirPart consent)
    {
        var provisions = consent["provision"]["provision"].All.ToList();
        var isGiven = consent["status"].Text == "active";
        return new AgreementInput(
            consent["policyRule"]["text"].Text ?? "",
            consent["category"].Codes(FhirNames.Agreements).Select(PublicWords.Read<AgreementForm>).FirstOrDefault() ?? AgreementForm.Code,
            [.. Coded<Purpose>(FhirNames.Purposes, isGiven ? "permit" : "")],
            [.. Coded<ClientField>(FhirNames.Fields, "deny")],
            [.. provisions.Where(provision => isGiven && provision["type"].Text == "permit").SelectMany(provision => provision["code"].Codes(FhirNames.Disclosures))]);

        IEnumerable<T> Coded<T>(string system, string type)
            where T : struct, Enum =>
            provisions.Where(provision => provision["type"].Text == type).SelectMany(provision => provision["code"].Codes(system)).Select(PublicWords.Read<T>).OfType<T>();
    }

    private static string? OwnWords(FhirPart order) =>
        string.Join(' ', order["reasonCode"].All.Select(reason => reason["text"].Text).OfType<string>()) is { Length: > 0 } words ? words : null;

    private static FhirPart Answer(FhirPart form, string name)
    {
        var answer = form["item"].All.FirstOrDefault(item => item["linkId"].Text == name)["answer"].All.FirstOrDefault();
        return answer["valueString"].IsThere ? answer["valueString"] : answer["valueBoolean"];
    }

    private static string NameOf(FhirPart name) =>
        name["text"].Text ?? string.Join(' ', name["given"].All.Append(name["family"]).Select(part => part.Text).OfType<string>());

    private static string? AddressOf(FhirPart address) =>
        address["text"].Text ?? string.Join(", ", address["line"].All.Append(address["postalCode"]).Append(address["city"]).Select(part => part.Text).OfType<string>());

    // The day is not kept, only the band that it falls into.
    private static AgeBand? BandOf(string? born, DateOnly today)
    {
        if (!DateOnly.TryParseExact(born, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
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
