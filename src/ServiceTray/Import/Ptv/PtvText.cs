namespace ServiceTray.Import.Ptv;

/// <summary>A text as the register tells it: in a language, sometimes of a type (<c>Name</c>, <c>Summary</c>…); any part may be null.</summary>
internal sealed record PtvText(string? Value, string? Language, string? Type);
