namespace ServiceTray.Publishing;

/// <summary>How much of what residents ask for is told, of a hundred, and what to mend first.</summary>
internal sealed record Completeness(int Score, string? MendFirst)
{
    // What keeps a resident from coming weighs most.
    private static readonly (string Field, int Weight, Func<DraftContent, bool> IsTold)[] Parts =
    [
        ("name", 10, content => !content.Name.IsEmpty),
        ("summary", 15, content => !content.Summary.IsEmpty),
        ("themes", 10, content => content.Themes.Count > 0),
        ("times", 15, content => content.Times.Count + content.Dates.Count > 0 || content.Series is not null),
        ("area", 10, content => content.Place is { Area.Length: > 0 }),
        ("phone", 15, content => content.Phone is not null || content.Email is not null),
        ("street", 5, content => content.Place?.Street is not null),
        ("free", 5, content => content.Free is not null),
        ("summarySv", 5, content => content.Name.In("sv") is not null && content.Summary.In("sv") is not null),
        ("description", 5, content => !content.Description.IsEmpty),
        ("web", 5, content => content.Web is not null),
    ];

    public static Completeness Of(DraftContent content) => new(
        Parts.Where(part => part.IsTold(content)).Sum(part => part.Weight),
        Parts.Where(part => !part.IsTold(content)).OrderByDescending(part => part.Weight).Select(part => part.Field).FirstOrDefault());
}
