namespace ServiceTray.Import;

/// <summary>What kept a run from being applied, by its kind; what exactly is told beside it, in English.</summary>
internal enum ImportFailure
{
    /// <summary>There is no such file, or it holds nothing.</summary>
    NothingThere,

    /// <summary>It is larger than such a source ever is.</summary>
    TooLarge,

    /// <summary>Its text is not UTF-8.</summary>
    NotUtf8,

    /// <summary>It is not of the shape that such a source has.</summary>
    WrongShape,

    /// <summary>It ends in the middle.</summary>
    CutShort,

    /// <summary>A table's columns are not those of the template.</summary>
    NotByTemplate,

    /// <summary>An address does not answer.</summary>
    NoAnswer,

    /// <summary>An address answers with something else than was asked.</summary>
    WrongAnswer,

    /// <summary>An address leads elsewhere, or round in circles.</summary>
    LeadsAstray,

    /// <summary>It gives fewer records than it tells of.</summary>
    TooFew,

    /// <summary>It answers nobody without a key.</summary>
    NeedsKey,

    /// <summary>Another run of the source goes on.</summary>
    Busy,

    /// <summary>The program was ended while it read.</summary>
    Cut,

    /// <summary>It was told to stop while it read.</summary>
    Stopped,

    /// <summary>A later run took its place.</summary>
    Overtaken,

    /// <summary>A person said no.</summary>
    SaidNo,

    /// <summary>Whoever connected the address has ended it.</summary>
    Ended,

    /// <summary>The key to a kept address is gone.</summary>
    KeyGone,

    /// <summary>What is set up beside the source cannot be used.</summary>
    BadSetup,

    /// <summary>What nobody foresaw.</summary>
    Unforeseen,
}
