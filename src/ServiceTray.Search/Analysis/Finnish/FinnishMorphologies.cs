namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>Chooses the Finnish chain by what is asked and what the machine has.</summary>
internal static class FinnishMorphologies
{
    /// <summary>The morphology to use, and why it is not Voikko when Voikko was wished for.</summary>
    /// <exception cref="InvalidOperationException">Voikko was demanded and is not there.</exception>
    public static IFinnishMorphology Choose(FinnishChain chain, string? dictionaryPath, out string? reason)
    {
        reason = null;
        if (chain == FinnishChain.Managed)
        {
            return new ManagedMorphology();
        }

        var voikko = VoikkoMorphology.TryOpen(dictionaryPath, out reason);
        if (voikko is null && chain == FinnishChain.Voikko)
        {
            throw new InvalidOperationException($"Voikko cannot be used: {reason}");
        }

        return voikko is null ? new ManagedMorphology() : voikko;
    }
}
