using System.Text.Json;
using ServiceTray.Referrals;
using ServiceTray.Refusals;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Referrals;

/// <summary>Several actors move a referral at random, rightly and wrongly; the paper's table, the history and the client's consent must hold at every step.</summary>
public sealed class RandomHistories
{
    private const int Attempts = 25;

    private static int Histories => LongRun.IsOn ? 20_000 : 300;

    [Fact]
    public void The_paper_names_every_state() => Assert.Equal(Enum.GetValues<ReferralState>().Order(), PaperTable.States.Order());

    [Fact]
    public void Hold_to_the_paper_lose_no_step_and_leak_nothing()
    {
        var reached = new HashSet<ReferralState>();
        var made = new HashSet<ReferralMove>();
        var log = new List<AuditEntry>();
        for (var seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            var history = new RandomHistory(random);
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (Try(history, made, log, seed))
                {
                    reached.Add(history.Referral.State);
                    Assert.All(Enum.GetValues<ReferralReader>(), reader => ConsentOracle.Check(history.Referral, reader, history.Now, $"seed {seed}"));
                }
            }
        }

        Assert.Equal(Enum.GetValues<ReferralState>().Order(), reached.Order());
        Assert.Equal(Enum.GetValues<ReferralMove>().Order(), made.Order());
        AssertWhole(log);
    }

    private static bool Try(RandomHistory history, HashSet<ReferralMove> made, List<AuditEntry> log, int seed)
    {
        var referral = history.Referral;
        var before = (referral.State, referral.Revision, referral.Steps, Content: JsonSerializer.Serialize(referral.Content));
        var (move, actor) = history.Choose();
        var allowed = PaperTable.To(referral.State, move, actor);
        try
        {
            history.Make(move, actor);
        }
        catch (RefusalException refusal)
        {
            Assert.Equal(before, (referral.State, referral.Revision, referral.Steps, JsonSerializer.Serialize(referral.Content)));
            if (refusal is MoveRefusedException refused)
            {
                Assert.Equal(before.State, refused.State);
                Assert.Equal(Enum.GetValues<ReferralMove>().Where(other => PaperTable.To(before.State, other, actor) is not null), refused.Possible);
            }

            Assert.True(allowed is null == (refusal.Code == RefusalCodes.MoveNotPossible), $"seed {seed}: {before.State} {move} {actor.Role}: {refusal.Code}");
            return false;
        }

        Assert.True(allowed == referral.State, $"seed {seed}: {before.State} {move} by {actor.Role} led to {referral.State}");
        Assert.Equal(before.Steps, referral.Steps.Take(before.Steps.Count));
        Assert.Equal(before.Steps.Count + 1, referral.Steps.Count);
        Assert.True(referral.Revision > before.Revision);
        made.Add(move);
        log.Add(AuditEntry.After(log.LastOrDefault(), history.Now, referral.Pseudonym, actor, $"{move}"));
        return true;
    }

    private static void AssertWhole(List<AuditEntry> log)
    {
        for (var i = 0; i < log.Count; i++)
        {
            Assert.True(log[i].Follows(i == 0 ? null : log[i - 1]), $"entry {i}");
        }

        var taken = log.Where((_, i) => i != log.Count / 2).ToList();
        Assert.Contains(Enumerable.Range(1, taken.Count - 1), i => !taken[i].Follows(taken[i - 1]));
    }
}
