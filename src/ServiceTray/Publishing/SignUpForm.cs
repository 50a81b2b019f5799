using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Publishing;

/// <summary>A sign-up as it was typed; an organisation that is known already is named by its id.</summary>
internal sealed record SignUpForm(Guid? Organisation, string Name, OrganisationKind Kind, string BusinessId, string Contact)
{
    public static SignUpForm Empty { get; } = new(null, "", OrganisationKind.Association, "", "");

    /// <summary>What is wrong first; null: nothing.</summary>
    public DraftProblem? Problem =>
        Organisation is null && !IsLine(Name) ? new("name", DraftFault.Missing)
        : BusinessId.Length > 0 && !IsBusinessId(BusinessId.Trim()) ? new("businessId", DraftFault.Wrong)
        : !IsLine(Contact) ? new("contact", DraftFault.Missing)
        : null;

    private static bool IsLine(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= SignUpDesk.LongestLine && ReadableText.Is(text) && !text.Any(char.IsControl);

    // Seven digits, a hyphen and a check digit: weights 7 9 10 5 8 4 2, the rest of 11 (Tax Administration, Y-tunnus).
    private static bool IsBusinessId(string text)
    {
        if (text.Length != 9 || text[7] != '-' || !text.Where((_, i) => i != 7).All(char.IsAsciiDigit))
        {
            return false;
        }

        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * (text[i] - '0');
        }

        return (sum % 11) switch { 0 => text[8] == '0', 1 => false, var rest => text[8] - '0' == 11 - rest };
    }
}
