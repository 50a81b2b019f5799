using ServiceTray.Languages;

namespace ServiceTray.Referrals.Programmes;

/// <summary>What must be told before personal data may be kept: who answers for them, on what grounds, and for how long.</summary>
internal sealed record ProgrammeLaw(
    IReadOnlyList<string> Controllers, string? Processor, string? Contact, LocalizedText Notice, IReadOnlyList<LegalBasis> Bases)
{
    /// <summary>What is missing before the programme can be switched on.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (Controllers.Count == 0)
            {
                yield return "controllers";
            }

            if (string.IsNullOrWhiteSpace(Processor))
            {
                yield return "processor";
            }

            if (string.IsNullOrWhiteSpace(Contact))
            {
                yield return "contact";
            }

            if (Notice.IsEmpty)
            {
                yield return "notice";
            }

            if (Bases.Count == 0)
            {
                yield return "bases";
            }
        }
    }
}

/// <summary>For one purpose of the controller, the ground in law and how long the data are kept.</summary>
internal sealed record LegalBasis(LocalizedText Purpose, string Basis, int RetentionMonths);
