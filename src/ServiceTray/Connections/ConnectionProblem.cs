namespace ServiceTray.Connections;

/// <summary>Why an address was not connected.</summary>
internal enum ConnectionProblem
{
    /// <summary>It is none of the open internet.</summary>
    Address,

    /// <summary>It is connected already.</summary>
    Twice,

    /// <summary>The organisation has as many as it may.</summary>
    Most,
}
