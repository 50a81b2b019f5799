namespace ServiceTray.Export.Fhir;

/// <summary>The addresses by which FHIR and the tray call what stands in a resource.</summary>
internal static class FhirNames
{
    public const string ContentType = "application/fhir+json";

    public const string Translation = "http://hl7.org/fhir/StructureDefinition/translation";
    public const string LeastValue = "http://hl7.org/fhir/StructureDefinition/minValue";
    public const string GreatestValue = "http://hl7.org/fhir/StructureDefinition/maxValue";
    public const string ItemControl = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
    public const string ItemControls = "http://hl7.org/fhir/questionnaire-item-control";

    /// <summary>What the tray knows of a survey and FHIR has no element for, as the members of a definition.</summary>
    public const string Survey = "urn:servicetray:fhir:survey";

    public const string Question = "urn:servicetray:fhir:question";
    public const string Choice = "urn:servicetray:fhir:choice";

    /// <summary>The system of choices' codes.</summary>
    public const string Choices = "urn:servicetray:fhir:choices";

    /// <summary>The systems of the tray's own ids and words, as referrals have them.</summary>
    public const string Organisations = "urn:servicetray:organisation";
    public const string Offerings = "urn:servicetray:offering";
    public const string Referrals = "urn:servicetray:referral";
    public const string Themes = "urn:servicetray:theme";
    public const string Purposes = "urn:servicetray:purpose";
    public const string Fields = "urn:servicetray:field";
    public const string Agreements = "urn:servicetray:agreement";
    public const string Disclosures = "urn:servicetray:disclosure";
    public const string Needs = "urn:servicetray:need";
    public const string Outcomes = "urn:servicetray:outcome";
    public const string Reasons = "urn:servicetray:reason";
    public const string Refusals = "urn:servicetray:refusal";

    /// <summary>The form that a referral was written on, and a survey's summary that its client shares.</summary>
    public const string ReferralForm = "urn:servicetray:fhir:referral-form";
    public const string SurveySummary = "urn:servicetray:fhir:survey-summary";

    /// <summary>What stands before a programme's key where FHIR names what an order follows.</summary>
    public const string Programme = "urn:servicetray:programme:";

    public const string Help = "help";
    public const string Slider = "slider";
    public const string Lower = "lower";
    public const string Upper = "upper";

    /// <summary>The name of a survey that lasts, whatever its version.</summary>
    public static string UrlOf(Guid survey) => $"urn:uuid:{survey}";
}
