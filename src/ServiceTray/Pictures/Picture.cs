using ServiceTray.Languages;

namespace ServiceTray.Pictures;

/// <summary>A picture that is kept, with what it shows in words for those who do not see it.</summary>
internal sealed record Picture(Guid Id, int Width, int Height, LocalizedText Alternative);
