using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Refusals;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>Tells which answers on the forms of an order cannot be read: another form, another question, or an answer of another kind.</summary>
internal static class FormCheck
{
    private static readonly string[] Flags = ["leaveNoMessages", "doNotContactFirst", "isProtected", "needsInterpreter"];
    private static readonly string[] Words = ["goal", "whatHelps", "mustBeKnown", "safeTimes", "municipality", "ageBand", "aideName", "aideScope", "aideContact"];
    private static readonly string[] SurveyWords = ["survey", "summary"];

    public static IEnumerable<ReferralProblem> Problems(OrderParts parts)
    {
        var forms = parts.All("QuestionnaireResponse").ToList();
        if (forms.Exists(form => OrderParts.NameOf(form) is not (FhirNames.ReferralForm or FhirNames.SurveySummary)) || forms.DistinctBy(OrderParts.NameOf).Count() < forms.Count)
        {
            yield return new("contained[QuestionnaireResponse].questionnaire", RefusalCodes.ChoiceUnknown);
        }

        foreach (var form in forms)
        {
            // What is half filled in may stand in a draft, which a professional goes on with; what was stopped or is an error nowhere.
            if (form["status"].Text is not ("completed" or "amended") && !(form["status"].Text == "in-progress" && parts.Order["status"].Text == "draft"))
            {
                yield return new("contained[QuestionnaireResponse].status", RefusalCodes.ChoiceUnknown);
            }

            var items = form["item"].All.ToList();
            for (var i = 0; i < items.Count; i++)
            {
                if (!IsRead(items[i], OrderParts.NameOf(form) == FhirNames.SurveySummary ? SurveyWords : Words))
                {
                    yield return new($"contained[QuestionnaireResponse].item[{i}]", RefusalCodes.ChoiceUnknown);
                }
            }
        }
    }

    private static bool IsRead(FhirPart item, string[] words)
    {
        var name = item["linkId"].Text;
        var isWord = words.Contains(name);
        return (isWord || (words == Words && Flags.Contains(name))) && !item["item"].IsThere && item["answer"].All.ToList() switch
        {
            [] => true,
            [var only] when only.Names.Except(["id"]).ToList() is not [_] => false,
            [var only] => name switch
            {
                "ageBand" => PublicWords.Read<AgeBand>(only["valueString"].Text ?? "") is not null,
                "aideScope" => PublicWords.Read<AideScope>(only["valueString"].Text ?? "") is not null,
                _ when isWord => only["valueString"].IsText,
                _ => only["valueBoolean"].IsTrue || only["valueBoolean"].IsFalse,
            },
            _ => false,
        };
    }
}
