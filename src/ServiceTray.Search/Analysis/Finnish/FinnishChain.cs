namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>How Finnish words are read.</summary>
public enum FinnishChain
{
    /// <summary>By Voikko when the machine has it, else managed.</summary>
    Automatic,

    /// <summary>By Voikko; an index cannot be made without it.</summary>
    Voikko,

    /// <summary>By the library's own light stem.</summary>
    Managed,
}
