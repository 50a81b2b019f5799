using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Refusals;
using ServiceTray.Themes;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>
/// Tells what of an order has no place in a referral or cannot be read as it is meant. Nothing that says no, that keeps something back or
/// that protects somebody is left out unseen: the order is refused, and its place is named, never what stood there.
/// </summary>
internal static class OrderCheck
{
    private static readonly string[] Intents = ["order", "original-order", "reflex-order", "filler-order", "instance-order", "directive"];

    // What a referral is read from, and what only stands beside it.
    private static readonly string[] Types = ["Patient", "Consent", "QuestionnaireResponse", "Practitioner", "PractitionerRole", "Organization", "Task"];

    public static IReadOnlyList<ReferralProblem> Problems(OrderParts parts, DateOnly today) =>
    [
        .. OfOrder(parts.Order), .. OfTarget(parts), .. OfContained(parts), .. OfPatient(parts.Patient), .. OfPermission(parts, today), .. FormCheck.Problems(parts),
    ];

    private static IEnumerable<ReferralProblem> OfOrder(FhirPart order)
    {
        // The care system's own number of the order is what keeps one that is posted again from being sent twice.
        if (!order["identifier"].All.Any(identifier => identifier["value"].Text is not null))
        {
            yield return new("identifier", RefusalCodes.FieldRequired);
        }

        if (order["reasonReference"].IsThere)
        {
            yield return new("reasonReference", RefusalCodes.DiagnosisRefused);
        }

        if (order["reasonCode"].All.Any(reason => reason["coding"].IsThere && !reason["coding"].All.Any() || reason["coding"].All.Any(coding => coding["system"].Text != FhirNames.Needs)))
        {
            yield return new("reasonCode.coding", RefusalCodes.DiagnosisRefused);
        }

        if (order["subject"]["identifier"].IsThere && order["subject"]["identifier"]["system"].Text != FhirNames.Referrals)
        {
            yield return new("subject.identifier", RefusalCodes.IdentityCodeRefused);
        }

        foreach (var (place, isUnread) in new[]
        {
            ("status", order["status"].Text is not ("draft" or "active")),
            ("intent", order["intent"].IsThere && !Intents.Contains(order["intent"].Text)),
            ("doNotPerform", order["doNotPerform"].IsThere && !order["doNotPerform"].IsFalse),
            ("category", order["category"].Codes(FhirNames.Themes).Any(code => PublicWords.Read<ThemeCode>(code) is null)),
            ("note", order["note"].IsThere),
            ("patientInstruction", order["patientInstruction"].IsThere),
            ("modifierExtension", IsModified(order)),
        })
        {
            if (isUnread)
            {
                yield return new(place, RefusalCodes.ChoiceUnknown);
            }
        }
    }

    private static IEnumerable<ReferralProblem> OfTarget(OrderParts parts)
    {
        if (parts.Order["locationReference"].IsThere && !parts.Point.IsThere)
        {
            yield return new("locationReference", RefusalCodes.ChoiceUnknown);
        }
        else if (!parts.HasOneTarget)
        {
            yield return new("performer", RefusalCodes.ChoiceUnknown);
        }

        if (parts.Order["locationCode"].IsThere)
        {
            yield return new("locationCode", RefusalCodes.ChoiceUnknown);
        }
    }

    private static IEnumerable<ReferralProblem> OfContained(OrderParts parts)
    {
        for (var i = 0; i < parts.Contained.Count; i++)
        {
            var (part, type) = (parts.Contained[i], parts.Contained[i]["resourceType"].Text);
            if (type == "Condition")
            {
                yield return new($"contained[{i}]", RefusalCodes.DiagnosisRefused);
            }
            else if (!Types.Contains(type) || IsModified(part))
            {
                yield return new($"contained[{i}]", RefusalCodes.ChoiceUnknown);
            }
        }

        if (!parts.Patient.IsThere && parts.All("Patient").Any())
        {
            yield return new("subject", RefusalCodes.ChoiceUnknown);
        }
    }

    private static IEnumerable<ReferralProblem> OfPatient(FhirPart patient)
    {
        if (patient["identifier"].IsThere)
        {
            yield return new("contained[Patient].identifier", RefusalCodes.IdentityCodeRefused);
        }

        // A record that is not in use, of one who has died, or that another has taken the place of: whom it is about must be looked at first.
        foreach (var (place, isOver) in new[]
        {
            ("active", patient["active"].IsThere && !patient["active"].IsTrue),
            ("deceased", patient["deceasedDateTime"].IsThere || (patient["deceasedBoolean"].IsThere && !patient["deceasedBoolean"].IsFalse)),
            ("link", patient["link"].All.Any(link => link["type"].Text is not ("seealso" or "replaces"))),
        })
        {
            if (isOver)
            {
                yield return new($"contained[Patient].{place}", RefusalCodes.ChoiceUnknown);
            }
        }

        if (patient["birthDate"].IsThere && FhirDays.Last(patient["birthDate"].Text) is null)
        {
            yield return new("contained[Patient].birthDate", RefusalCodes.DateInvalid);
        }
    }

    private static IEnumerable<ReferralProblem> OfPermission(OrderParts parts, DateOnly today)
    {
        if (parts.All("Consent").Count() > 1)
        {
            yield return new("contained[Consent]", RefusalCodes.ChoiceUnknown);
        }

        var provision = parts.Permission["provision"];
        var (start, end) = (provision["period"]["start"], provision["period"]["end"]);
        if ((start.IsThere && (FhirDays.First(start.Text) ?? DateOnly.MaxValue) > today) || (end.IsThere && FhirDays.Last(end.Text) is null))
        {
            yield return new("contained[Consent].provision.period", RefusalCodes.DateInvalid);
        }

        if (provision.Names.Except(["id", "type", "period", "provision"]).Any())
        {
            yield return new("contained[Consent].provision", RefusalCodes.ChoiceUnknown);
        }

        var parted = provision["provision"].All.ToList();
        for (var i = 0; i < parted.Count; i++)
        {
            if (!IsRead(parted[i]))
            {
                yield return new($"contained[Consent].provision.provision[{i}]", RefusalCodes.ChoiceUnknown);
            }
        }
    }

    // One that is narrowed by what is not read here would let more through than she gave.
    private static bool IsRead(FhirPart provision)
    {
        var codings = provision["code"].All.SelectMany(concept => concept["coding"].All).ToList();
        return !provision.Names.Except(["id", "type", "code"]).Any() && provision["type"].Text is "permit" or "deny" && codings.Count > 0 && codings.TrueForAll(coding => coding["system"].Text switch
        {
            FhirNames.Purposes => PublicWords.Read<Purpose>(coding["code"].Text ?? "") is not null,
            FhirNames.Fields => PublicWords.Read<ClientField>(coding["code"].Text ?? "") is not null,
            FhirNames.Disclosures => coding["code"].Text is not null,
            _ => false,
        });
    }

    private static bool IsModified(FhirPart part) => part["modifierExtension"].IsThere || part["implicitRules"].IsThere;
}
