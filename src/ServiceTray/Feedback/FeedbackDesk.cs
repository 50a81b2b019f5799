using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Outbox;

namespace ServiceTray.Feedback;

/// <summary>The work that feedback makes: publishers see what is about their offerings, a county's administrators what is in it, the installation's all; what is another's is as if it was not there.</summary>
internal sealed class FeedbackDesk(IDbContextFactory<TrayContext> contexts, OfferingReader offerings, Sealer sealer, MailPoster poster, MailSender mail, MailGuard guard, TimeProvider clock)
{
    public const int LongestAnswer = 2000;

    /// <summary>Fewer opinions tell of persons, not of the offering.</summary>
    private const int FewestTold = 5;

    private const int Most = 50;

    /// <summary>What waits, the oldest first.</summary>
    public async Task<FeedbackList> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var hers = Hers(context, caller);
        var waiting = hers.Where(note => note.ClosedAt == null);
        var notes = await waiting.AsNoTracking().OrderBy(note => note.At).Take(Most).ToListAsync(cancellationToken);
        var opinions = await hers.Where(note => note.Useful != null && note.Offering != null).GroupBy(note => note.Offering!.Value)
            .Select(group => new { group.Key, Count = group.Count(), Mean = group.Average(note => note.Useful!.Value) })
            .Where(opinion => opinion.Count >= FewestTold).OrderBy(opinion => opinion.Mean).Take(Most).ToListAsync(cancellationToken);
        var about = (await offerings.ReadAsync([.. notes.Select(note => note.Offering).OfType<Guid>().Concat(opinions.Select(opinion => opinion.Key))], cancellationToken))
            .ToDictionary(placed => placed.Offering.Id);
        return new FeedbackList(
            [.. notes.Select(note => new FeedbackWork(note, FeedbackWords.Of(note, sealer), note.Offering is { } id ? about.GetValueOrDefault(id) : null, IsMailed(note)))],
            await waiting.CountAsync(cancellationToken),
            [.. opinions.Where(opinion => about.ContainsKey(opinion.Key)).Select(opinion => new FeedbackOpinion(about[opinion.Key], opinion.Mean, opinion.Count))]);
    }

    /// <summary>Sends an answer to where she hoped for one, and closes the note; both or neither.</summary>
    /// <exception cref="FeedbackUnknownException">The note is not hers to answer, or cannot be answered by mail.</exception>
    /// <exception cref="FeedbackClosedException">Somebody closed it before.</exception>
    /// <exception cref="TooManyTriesException">Too much was written from there, or to her; the note stays open.</exception>
    /// <exception cref="FeedbackAnswerException">The answer is empty, or longer than anybody reads.</exception>
    public async Task AnswerAsync(Caller caller, Guid id, string answer, IPAddress? from, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(answer) || answer.Length > LongestAnswer || answer.Contains('\0', StringComparison.Ordinal))
        {
            throw new FeedbackAnswerException(LongestAnswer);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var note = await FindAsync(context, caller, id, cancellationToken);
        var to = IsMailed(note) ? FeedbackWords.Of(note, sealer).ReplyTo! : throw new FeedbackUnknownException();
        guard.LetSend(to, from);
        var words = Texts.In(note.Language);

        // Neither the offering nor who offers it: their names may tell what she lives with.
        poster.Add(context, to, words["Answer.Subject"], words["Answer.Letter", words.Date(HelsinkiTime.Day(note.At)), answer.Trim()]);
        await CloseAsync(context, caller, note, cancellationToken);
    }

    /// <summary>Closes a note that was looked after in another way.</summary>
    /// <exception cref="FeedbackUnknownException">It is not hers to close.</exception>
    /// <exception cref="FeedbackClosedException">Somebody closed it before.</exception>
    public async Task CloseAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await CloseAsync(context, caller, await FindAsync(context, caller, id, cancellationToken), cancellationToken);
    }

    // Where to answer is needed no more.
    private async Task CloseAsync(TrayContext context, Caller caller, FeedbackNote note, CancellationToken cancellationToken)
    {
        (note.ClosedAt, note.ClosedBy) = (clock.GetUtcNow(), caller.SignedIn());
        note.Contents = note.Contents is null ? null : (FeedbackWords.Of(note, sealer) with { ReplyTo = null }).Seal(sealer);
        note.ReplyTo = null;
        note.Revision++;
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new FeedbackClosedException();
        }
    }

    private bool IsMailed(FeedbackNote note) => mail.IsOn && MailAddresses.Fits(FeedbackWords.Of(note, sealer).ReplyTo);

    private static async Task<FeedbackNote> FindAsync(TrayContext context, Caller caller, Guid id, CancellationToken cancellationToken) =>
        await Hers(context, caller).FirstOrDefaultAsync(note => note.Id == id, cancellationToken) switch
        {
            null => throw new FeedbackUnknownException(),
            { ClosedAt: not null } => throw new FeedbackClosedException(),
            var note => note,
        };

    private static IQueryable<FeedbackNote> Hers(TrayContext context, Caller caller)
    {
        var (organisations, counties, all) = (caller.OrganisationsAs(Role.Publisher), caller.CountiesAs(Role.CountyAdministrator), caller.Is(Role.Administrator));
        return context.Set<FeedbackNote>().Where(note =>
            all || (note.Organisation != null && organisations.Contains(note.Organisation.Value)) || (note.County != null && counties.Contains(note.County)));
    }
}
