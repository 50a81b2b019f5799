namespace ServiceTray.Surveys;

/// <summary>What is wrong with a definition, and where in it.</summary>
internal sealed record DefinitionProblem(string Path, string Message);
