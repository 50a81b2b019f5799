namespace ServiceTray.Import;

/// <summary>Something in a source that could not be taken as it is: where, of which record, what kind of trouble, in words.</summary>
internal sealed record ImportProblem(string Path, string? Id, string Reason, string Message);
