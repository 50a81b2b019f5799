using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Trays;

/// <summary>Keeps trays under their codes: wrong, expired and taken away are one and the same to whoever asks.</summary>
internal sealed class TrayKeeper(IDbContextFactory<TrayContext> contexts, OfferingReader offerings, Sealer sealer, CodeGuard guard, TimeProvider clock)
{
    private const string Purpose = "Tray";

    // What is compared with when nothing was found, so that this takes the same time.
    private static readonly string NoHash = new('0', 64);

    /// <summary>The tray of a code; null: there is none.</summary>
    /// <exception cref="TooManyTriesException">Too many wrong codes came from there.</exception>
    public async Task<Tray?> ReadAsync(string code, IPAddress? from, CancellationToken cancellationToken)
    {
        guard.LetIn(from);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (SecretCode.TryRead(code, out var secret) && await FindAsync(context, secret, cancellationToken) is { } kept && ContentsOf(kept) is { } contents)
        {
            return await ShowAsync(secret, contents, kept.ExpiresAt, cancellationToken);
        }

        guard.CountWrong(from);
        return null;
    }

    /// <summary>Keeps a new tray, or changes the one whose code and edit key are told.</summary>
    /// <exception cref="TooManyTriesException">Too many wrong codes or keys, or new trays, came from there.</exception>
    public async Task<SaveTrayPayload> SaveAsync(SaveTrayInput input, IPAddress? from, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var isNew = input.Code is null && input.EditKey is null;
        var (kept, code) = isNew ? (null, SecretCode.New()) : await ToEditAsync(context, input.Code, input.EditKey, from, cancellationToken);
        if (code is null || (!isNew && kept is null))
        {
            return new SaveTrayPayload(null, null, [TrayError.Unknown]);
        }

        var now = clock.GetUtcNow();
        var before = kept is null ? [] : ContentsOf(kept)?.Items.ToDictionary(item => item.Offering) ?? [];
        var placed = (await offerings.ReadAsync([.. Ids(input)], cancellationToken)).ToDictionary(found => found.Offering.Id);
        if (TrayCheck.Check(input, placed.Keys.Concat(before.Keys).ToHashSet(), now) is { Count: > 0 } errors)
        {
            return new SaveTrayPayload(null, null, errors);
        }

        if (isNew)
        {
            guard.LetMake(from);
        }

        var contents = new TrayContents(TypedText.OrNull(input.Greeting), [.. input.Items.Select(Pick)]);
        var key = isNew ? SecretCode.New() : null;
        if (kept is null)
        {
            kept = new KeptTray
            {
                Id = Guid.CreateVersion7(now),
                CodeHash = code.Hash,
                EditKeyHash = key!.Hash,
                Contents = sealer.Seal(Purpose, contents),
                ChangedAt = now,
                ExpiresAt = input.ExpiresAt ?? now.AddDays(TrayCheck.UsualDays),
            };
            context.Add(kept);
        }
        else
        {
            kept.Contents = sealer.Seal(Purpose, contents);
            kept.ChangedAt = now;
            kept.ExpiresAt = input.ExpiresAt ?? kept.ExpiresAt;
        }

        await context.SaveChangesAsync(cancellationToken);
        return new SaveTrayPayload(await ShowAsync(code, contents, kept.ExpiresAt, cancellationToken), key?.Words, []);

        // What stood on it already stays as it was when it was picked, so that its changes are still told.
        PickedOffering Pick(TrayItemInput item)
        {
            var id = Guid.Parse(item.Offering);
            return new PickedOffering(id, TypedText.OrNull(item.Note), before.TryGetValue(id, out var earlier) ? earlier.Then : Standing.Of(placed[id].Offering, now));
        }
    }

    /// <summary>Takes a tray away for good; false: there is none of this code and edit key.</summary>
    /// <exception cref="TooManyTriesException">Too many wrong codes or keys came from there.</exception>
    public async Task<bool> TakeAwayAsync(string? code, string? editKey, IPAddress? from, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await ToEditAsync(context, code, editKey, from, cancellationToken)).Kept is { } kept
            && await context.Set<KeptTray>().Where(tray => tray.Id == kept.Id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>Whether these open a tray to be changed.</summary>
    /// <exception cref="TooManyTriesException">Too many wrong codes or keys came from there.</exception>
    public async Task<bool> MayEditAsync(string? code, string? editKey, IPAddress? from, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await ToEditAsync(context, code, editKey, from, cancellationToken)).Kept is not null;
    }

    /// <summary>Deletes what is over and tells how many they were.</summary>
    public async Task<int> ForgetExpiredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<KeptTray>().Where(tray => tray.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    private static IEnumerable<Guid> Ids(SaveTrayInput input) =>
        input.Items.Take(TrayCheck.MostItems).Select(item => Guid.TryParse(item.Offering, out var id) ? id : Guid.Empty);

    private async Task<(KeptTray? Kept, SecretCode? Code)> ToEditAsync(
        TrayContext context, string? code, string? editKey, IPAddress? from, CancellationToken cancellationToken)
    {
        guard.LetIn(from);
        var kept = SecretCode.TryRead(code, out var secret) ? await FindAsync(context, secret, cancellationToken) : null;
        if (SecretCode.TryRead(editKey, out var key) && key.Opens(kept?.EditKeyHash ?? NoHash))
        {
            return (kept, secret);
        }

        guard.CountWrong(from);
        return (null, null);
    }

    // What is over is not found, just as what never was: one question to the index of hashes, whatever the answer.
    private async Task<KeptTray?> FindAsync(TrayContext context, SecretCode code, CancellationToken cancellationToken)
    {
        var (hash, now) = (code.Hash, clock.GetUtcNow());
        return await context.Set<KeptTray>().FirstOrDefaultAsync(tray => tray.CodeHash == hash && tray.ExpiresAt > now, cancellationToken);
    }

    private TrayContents? ContentsOf(KeptTray kept) => sealer.OpenOrNull<TrayContents>(Purpose, kept.Contents);

    private async Task<Tray> ShowAsync(SecretCode code, TrayContents contents, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var placed = (await offerings.ReadAsync([.. contents.Items.Select(item => item.Offering)], cancellationToken)).ToDictionary(found => found.Offering.Id);
        return new Tray(code, contents.Greeting, expiresAt, [.. contents.Items.Select(Show)]);

        TrayItem Show(PickedOffering picked)
        {
            var found = placed.GetValueOrDefault(picked.Offering);
            return new TrayItem(picked, found, Changes.Since(picked.Then, found?.Offering, now));
        }
    }
}
