using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Surveys;

/// <summary>Keeps answers under a code for those who ask for it; wrong, expired and deleted codes are one and the same.</summary>
internal sealed class SurveyKeeper(IDbContextFactory<TrayContext> contexts, Sealer sealer, CodeGuard guard, TimeProvider clock)
{
    /// <summary>Long enough for a start, an end and six months after.</summary>
    public const int DaysOfResult = 400;

    public const int DaysOfPaused = 30;

    private const string Purpose = "Survey";

    /// <summary>Keeps them and gives the code, which is nowhere else.</summary>
    /// <exception cref="TooManyTriesException">Too much was kept from there.</exception>
    public async Task<string> KeepAsync(KeptAnswers answers, IPAddress? from, CancellationToken cancellationToken)
    {
        guard.LetMake(from);
        var (code, now) = (SecretCode.New(), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(new KeptResult
        {
            Id = Guid.CreateVersion7(now),
            CodeHash = code.Hash,
            Contents = sealer.Seal(Purpose, answers),
            ExpiresAt = now.AddDays(answers.IsPaused ? DaysOfPaused : DaysOfResult),
        });
        await context.SaveChangesAsync(cancellationToken);
        return code.Words;
    }

    /// <summary>What was kept under a code; null: nothing.</summary>
    /// <exception cref="TooManyTriesException">Too many wrong codes came from there.</exception>
    public async Task<KeptAnswers?> ReadAsync(string? code, IPAddress? from, CancellationToken cancellationToken)
    {
        guard.LetIn(from);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (SecretCode.TryRead(code, out var secret)
            && await Under(context, secret).FirstOrDefaultAsync(cancellationToken) is { } kept
            && sealer.OpenOrNull<KeptAnswers>(Purpose, kept.Contents) is { } answers)
        {
            return answers;
        }

        guard.CountWrong(from);
        return null;
    }

    /// <summary>Deletes at once what is under a code; false: nothing was.</summary>
    /// <exception cref="TooManyTriesException">Too many wrong codes came from there.</exception>
    public async Task<bool> ForgetAsync(string? code, IPAddress? from, CancellationToken cancellationToken)
    {
        guard.LetIn(from);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (SecretCode.TryRead(code, out var secret) && await Under(context, secret).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            return true;
        }

        guard.CountWrong(from);
        return false;
    }

    /// <summary>Deletes what is over and tells how many they were.</summary>
    public async Task<int> ForgetExpiredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<KeptResult>().Where(kept => kept.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    private IQueryable<KeptResult> Under(TrayContext context, SecretCode code)
    {
        var (hash, now) = (code.Hash, clock.GetUtcNow());
        return context.Set<KeptResult>().Where(kept => kept.CodeHash == hash && kept.ExpiresAt > now);
    }
}
