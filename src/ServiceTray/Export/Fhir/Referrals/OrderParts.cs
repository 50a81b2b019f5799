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

    /// <summary>The desk that the order is for.</summary>
    public FhirPart Desk => Desks.FirstOrDefault();

    /// <summary>The activity that she would like to go to.</summary>
    public FhirPart Activity => Activities.FirstOrDefault();

    /// <summary>The guidance point that it leads to.</summary>
    public FhirPart Point => Order["locationReference"].All.FirstOrDefault(place => IsOffering(place, "Location"));

    /// <summary>Whether it says by whom and where in a way that is read: one desk, and at most one activity or point.</summary>
    public bool HasOneTarget => Desks.Count() <= 1 && Activities.Count() + Order["locationReference"].All.Count() <= 1;

    public FhirPart Permission => All("Consent").FirstOrDefault();

    public FhirPart Form => FormOf(FhirNames.ReferralForm);

    public FhirPart Survey => FormOf(FhirNames.SurveySummary);

    public IEnumerable<FhirPart> All(string type) => Contained.Where(part => part["resourceType"].Text == type);

    /// <summary>Which form a response answers, whatever its version.</summary>
    public static string? NameOf(FhirPart form) => form["questionnaire"].Text?.Split('|')[0];

    private IEnumerable<FhirPart> Activities => Order["performer"].All.Where(performer => IsOffering(performer, "HealthcareService"));

    private IEnumerable<FhirPart> Desks => Order["performer"].All.Where(performer => !IsOffering(performer, "HealthcareService"));

    private static bool IsOffering(FhirPart reference, string type) => reference["type"].Text == type && reference["identifier"]["system"].Text == FhirNames.Offerings && reference.Id is not null;

    private FhirPart FormOf(string name) => All("QuestionnaireResponse").FirstOrDefault(part => NameOf(part) == name);
}
