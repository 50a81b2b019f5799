namespace ServiceTray.Publishing.Reviews;

/// <summary>What a county has chosen for what is published in it.</summary>
internal sealed class CountyChoice
{
    public required string County { get; init; }

    /// <summary>Whether a second person looks at what somebody wrote before residents see it.</summary>
    public bool SecondPerson { get; set; }
}
