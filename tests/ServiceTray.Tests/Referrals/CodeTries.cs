using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Codes;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace ServiceTray.Tests.Referrals;

/// <summary>Codes tried at random: wrong, over and malformed are one answer by one way, and how long each takes is printed, not asserted.</summary>
public sealed class CodeTries(SharedTown shared, ITestOutputHelper output) : IClassFixture<SharedTown>
{
    private static int Tries => LongRun.IsOn ? 10_000 : 50;

    [Fact]
    public async Task Get_one_answer_whatever_is_wrong_with_them()
    {
        var town = shared.Town;
        var desk = town.Tray.Services.GetRequiredService<ClientDesk>();
        var over = await OverAsync(town);
        var forwarded = await ForwardedAsync(town);
        var random = new Random(11);
        (string Name, Func<int, string> Code)[] sorts =
        [
            ("wrong", _ => SecretCode.New().Words),
            ("over", i => over[i % over.Count]),
            ("forwarded", i => forwarded[i % forwarded.Count]),
            ("malformed", i => new string([.. Enumerable.Range(0, 1 + (i % 60)).Select(_ => (char)random.Next(32, 700))])),
        ];

        // In turns, so that whatever else the machine does falls on each alike; each try from a network of its own.
        var times = sorts.ToDictionary(sort => sort.Name, _ => new List<double>());
        for (var i = 0; i < Tries; i++)
        {
            foreach (var (name, code) in sorts)
            {
                var key = new ClientKey(code(i), null, new IPAddress([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]));
                var start = Stopwatch.GetTimestamp();
                var found = await desk.FindAsync(key, CancellationToken.None);
                times[name].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                Assert.Null(found);
            }
        }

        foreach (var (name, taken) in times)
        {
            output.WriteLine($"{name}: median {taken.Order().ElementAt(taken.Count / 2):F0} µs of {taken.Count}");
        }

        // And over HTTP the same status and bytes.
        var answers = new List<string>();
        foreach (var (_, code) in sorts)
        {
            answers.Add($"{await town.ByCodeAsync(code(3))}");
            answers.Add($"{await town.ByCodeAsync(code(7), "2468")}");
        }

        Assert.Single(answers.Distinct());
    }

    // Codes of what was forwarded lately and ended there half a year ago, as far as the rows tell.
    private static async Task<List<string>> ForwardedAsync(ReferralTown town)
    {
        var codes = new List<string>();
        await using var context = await town.ContextAsync();
        for (var i = 0; i < 5; i++)
        {
            var (first, next) = (await town.SendAsync(ReferralTown.Input()), await town.SendAsync(ReferralTown.Input()));
            var (from, to) = (IdOf(first), IdOf(next));
            codes.Add(first.GetProperty("code").GetString()!);
            await context.Set<Referral>().Where(referral => referral.Id == from).ExecuteUpdateAsync(set => set.SetProperty(referral => referral.Child, to).SetProperty(referral => referral.State, ReferralState.Forwarded));
            Assert.Equal("ON_ITS_WAY", (await town.ByCodeAsync(codes[^1], "2468")).GetProperty("data").GetProperty("referralByCode").GetProperty("phase").GetString());
            await context.Set<Referral>().Where(referral => referral.Id == to).ExecuteUpdateAsync(
                set => set.SetProperty(referral => referral.State, ReferralState.Declined).SetProperty(referral => referral.StateAt, ServiceTray.Tests.Support.TrayApp.Now.AddDays(-181)));
        }

        return codes;

        static Guid IdOf(System.Text.Json.JsonElement sent) => Guid.Parse(sent.GetProperty("referral").GetProperty("id").GetString()!);
    }

    // Codes of drafts that were thrown away, whose rows are gone, and of what ended half a year ago, whose rows are there.
    private static async Task<List<string>> OverAsync(ReferralTown town)
    {
        var codes = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var answer = (await town.Nurse.AskAsync(
                "mutation($input: SendReferralInput!, $key: String!) { sendReferral(input: $input, idempotencyKey: $key, draft: true) { code referral { id revision } } }",
                new { input = ReferralTown.Input(), key = $"over-{i}" })).GetProperty("data").GetProperty("sendReferral");
            codes.Add(answer.GetProperty("code").GetString()!);
            await town.Nurse.AskAsync("mutation($order: ReferralOrderInput!) { discardReferral(order: $order) { errors { code } } }", new
            {
                order = new { id = answer.GetProperty("referral").GetProperty("id").GetString(), revision = answer.GetProperty("referral").GetProperty("revision").GetInt32() },
            });
        }

        var ended = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            var sent = await town.SendAsync(ReferralTown.Input());
            codes.Add(sent.GetProperty("code").GetString()!);
            ended.Add(Guid.Parse(sent.GetProperty("referral").GetProperty("id").GetString()!));
            await ReferralTown.MoveAsync(town.Coordinator, "declineReferral", sent.GetProperty("referral"), "reason: NO_ROOM");
            Assert.Equal("CLOSED", (await town.ByCodeAsync(codes[^1], "2468")).GetProperty("data").GetProperty("referralByCode").GetProperty("phase").GetString());
        }

        await using var context = await town.ContextAsync();
        await context.Set<Referral>().Where(referral => ended.Contains(referral.Id)).ExecuteUpdateAsync(set => set.SetProperty(referral => referral.StateAt, ServiceTray.Tests.Support.TrayApp.Now.AddDays(-181)));
        return codes;
    }
}
