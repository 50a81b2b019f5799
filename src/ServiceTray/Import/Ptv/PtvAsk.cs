namespace ServiceTray.Import.Ptv;

/// <summary>What is asked of the Open API: all, what changed since an instant, or one area; with the key that version 12 wants.</summary>
internal sealed record PtvAsk(DateTimeOffset? Since = null, PtvAskedArea? Area = null, string? Key = null)
{
    /// <summary>Whether what is not answered is gone.</summary>
    public bool IsWhole => Since is null && Area is null;
}

/// <summary>An area as the API's addresses name it, as <c>Municipality</c> and <c>297</c>.</summary>
internal sealed record PtvAskedArea(string Kind, string Code)
{
    private static readonly string[] Kinds = ["Municipality", "Province", "BusinessSubRegion", "HospitalDistrict", "WellbeingServiceCounties"];

    /// <summary>From <c>Municipality/297</c>; null: it names none.</summary>
    public static PtvAskedArea? Read(string words) =>
        words.Split('/') is [var kind, var code] && Array.Find(Kinds, known => known.Equals(kind, StringComparison.OrdinalIgnoreCase)) is { } known && code.Length is > 0 and < 20 && code.All(char.IsAsciiLetterOrDigit)
            ? new PtvAskedArea(known, code)
            : null;
}
