using System.Text.RegularExpressions;
using ServiceTray.Offerings;
using ServiceTray.Refusals;

namespace ServiceTray.Surveys;

/// <summary>Answers what is asked about a result on its page: more like one, or why one that is named is not suggested.</summary>
internal sealed partial class ResultAsker(LikenessFinder likeness, WhyNotTeller teller, OfferingSearch search, OfferingReader reader)
{
    private const int MostNamed = 3;
    private const int MostWords = 32;

    /// <summary>The answer; null: nothing is asked.</summary>
    public async Task<ResultAsked?> AnswerAsync(SurveyResult result, SurveyForm form, CancellationToken cancellationToken) => form.Doing switch
    {
        SurveyForm.Why => new ResultAsked { WhyNot = await teller.TellAsync(result, Named(form.About), cancellationToken) },
        var doing when doing.StartsWith(SurveyForm.Like, StringComparison.Ordinal) && Guid.TryParse(doing[SurveyForm.Like.Length..], out var id)
            && await reader.ReadAsync(id, cancellationToken) is { } like => new ResultAsked
            {
                Like = like,
                Alike = await likeness.FindAsync(result, id, LikenessFinder.UsualNumber, cancellationToken) ?? [],
            },
        _ => null,
    };

    // A link holds the id; anything else is a name, as it is searched for.
    private IReadOnlyList<Guid> Named(string about)
    {
        if (Ids().Match(about) is { Success: true } id)
        {
            return [Guid.Parse(id.ValueSpan)];
        }

        try
        {
            return string.IsNullOrWhiteSpace(about)
                ? []
                : [.. search.FindFirst(new OfferingFilter { Text = about, SeekNeeds = false, AsWords = [.. about.Split(" ").Take(MostWords)] }, OfferingOrder.Best, MostNamed).Hits.Select(hit => hit.Key)];
        }
        catch (RefusalException)
        {
            // More than a search reads: nothing is called so.
            return [];
        }
    }

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}

/// <summary>What was asked about a result, with the answer.</summary>
internal sealed record ResultAsked
{
    /// <summary>More like this was asked; null: it was not.</summary>
    public PlacedOffering? Like { get; init; }

    /// <summary>The most alike first.</summary>
    public IReadOnlyList<Suggestion> Alike { get; init; } = [];

    /// <summary>Those that the name asked about fits, each with why; null: that was not asked.</summary>
    public IReadOnlyList<WhyNot>? WhyNot { get; init; }
}
