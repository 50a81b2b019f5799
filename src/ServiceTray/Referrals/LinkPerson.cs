namespace ServiceTray.Referrals;

/// <summary>Somebody who walks beside clients; without training, a signed promise of confidentiality and a record check seen, each with its day, she gets no case.</summary>
internal sealed class LinkPerson
{
    public required Guid Account { get; init; }

    public required Guid Organisation { get; init; }

    public required string Name { get; set; }

    public DateOnly? TrainedOn { get; set; }

    public DateOnly? ConfidentialityOn { get; set; }

    public DateOnly? RecordCheckOn { get; set; }

    public bool IsFit => TrainedOn is not null && ConfidentialityOn is not null && RecordCheckOn is not null;
}
