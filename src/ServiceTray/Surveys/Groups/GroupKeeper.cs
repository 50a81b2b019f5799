using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Surveys.Groups;

/// <summary>
/// Keeps what people let be counted, and tells a county's figures. A quarter is told when it is over, and stays as it is then: figures that
/// grow answer by answer would tell each answer.
/// </summary>
internal sealed class GroupKeeper(
    IDbContextFactory<TrayContext> contexts, Sealer sealer, CodeGuard guard, SurveyShelf shelf, Gazetteer gazetteer, Regions regions, TimeProvider clock)
{
    /// <summary>How long an answer counts: a council's term.</summary>
    public const int Days = 1461;

    private const string Purpose = "Group";

    /// <summary>Counts the numbers of a filling-in; false: it has none, or its place is in no county.</summary>
    /// <exception cref="TooManyTriesException">Too much was kept from there.</exception>
    public async Task<bool> CountAsync(FilledSurvey filled, NearInput? near, IPAddress? from, CancellationToken cancellationToken)
    {
        var numbers = filled.Survey.Questions.Where(question => question is { Kind: QuestionKind.Scale, IsAge: false } && filled.Number(question.Id) is not null)
            .ToDictionary(question => question.Id, question => filled.Number(question.Id)!.Value);
        if (numbers.Count == 0 || CountyOf(near) is not { } county)
        {
            return false;
        }

        guard.LetMake(from);
        var quarter = Quarter.Of(HelsinkiTime.Day(clock.GetUtcNow()));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(new GroupAnswer
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            Survey = filled.Survey.Id,
            County = county,
            Quarter = $"{quarter}",
            Contents = sealer.Seal(Purpose, new CountedNumbers($"{filled.Survey.Version}", numbers)),
            ExpiresAt = HelsinkiTime.At(quarter.Last.AddDays(Days), TimeOnly.MinValue),
        });
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The figures of surveys in a county, survey by survey, the newest quarter first; versions are never put together.</summary>
    public async Task<IReadOnlyList<GroupResult>> ReadAsync(List<Guid> surveys, string county, CancellationToken cancellationToken)
    {
        if (regions[county] is not { Kind: RegionKind.County } region)
        {
            return [];
        }

        var (now, running) = (clock.GetUtcNow(), $"{Quarter.Of(HelsinkiTime.Day(clock.GetUtcNow()))}");
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<GroupAnswer>().AsNoTracking()
            .Where(answer => surveys.Contains(answer.Survey) && answer.County == county && answer.Quarter != running && answer.ExpiresAt > now).ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let counted = sealer.OpenOrNull<CountedNumbers>(Purpose, row.Contents)
               where counted is not null
               group counted by (row.Survey, row.Quarter, counted.Version) into told
               orderby surveys.IndexOf(told.Key.Survey), told.Key.Quarter descending, told.Key.Version
               let version = shelf.Find($"{told.Key.Survey}", told.Key.Version)
               where version is not null
               let result = GroupCounter.Of(version, region, Quarter.Read(told.Key.Quarter), [.. told])
               where result is not null
               select result,
        ];
    }

    /// <summary>Deletes what is over and tells how many they were.</summary>
    public async Task<int> ForgetExpiredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<GroupAnswer>().Where(answer => answer.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    private string? CountyOf(NearInput? near)
    {
        var spot = near?.At switch
        {
            { Place: { } place } => gazetteer.ResolveOrNull(place),
            { Coordinates: { } at } => gazetteer.At(new Coordinates(at.Latitude, at.Longitude)),
            _ => null,
        };
        return spot is null ? null : regions.CodesOf(spot).FirstOrDefault(code => regions[code]?.Kind == RegionKind.County);
    }
}
