namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>The parts of an order that a referral is read from; one that is not there is nothing.</summary>
/// <param name="Order">The order itself.</param>
/// <param name="Contained">All that it holds.</param>
/// <param name="Patient">Whom it is about: the one that it points to, or the only one.</param>
internal sealed record OrderParts(FhirPart Order, IReadOnlyList<FhirPart> Contained, FhirPart Patient)
{
    public static OrderParts Of(FhirPart order)
    {
        var contained = order["contained"].All.ToList();
        var patients = contained.Where(part => part["resourceType"].Text == "Patient").ToList();
        var patient = order["subject"]["reference"].Text is ['#', .. var id] ? patients.FirstOrDefault(one => one["id"].Text == id) : patients is [var only] ? only : default;
        return new(order, contained, patient);
    }

    public FhirPart Permission => All("Consent").FirstOrDefault();

    public FhirPart Form => FormOf(FhirNames.ReferralForm);

    public FhirPart Survey => FormOf(FhirNames.SurveySummary);

    public IEnumerable<FhirPart> All(string type) => Contained.Where(part => part["resourceType"].Text == type);

    /// <summary>Which form a response answers, whatever its version.</summary>
    public static string? NameOf(FhirPart form) => form["questionnaire"].Text?.Split('|')[0];

    private FhirPart FormOf(string name) => All("QuestionnaireResponse").FirstOrDefault(part => NameOf(part) == name);
}
