namespace ServiceTray.GraphQL.Execution;

/// <summary>How writing a value went.</summary>
internal enum Outcome
{
    Written,

    /// <summary>There is no value; nothing is written.</summary>
    Null,

    /// <summary>It could not be written; nothing is.</summary>
    Failed,
}
