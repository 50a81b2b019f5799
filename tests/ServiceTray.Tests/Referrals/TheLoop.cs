using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>The whole way over HTTP by three signed-in people and a client with a code; and nothing of the client in plain anywhere after it.</summary>
public sealed class TheLoop
{
    private const string Mark = "Merkkinimi-Zqx";
    private const string Number = "0459173826";
    private const string Goal = "Tavoitemerkki-Wvy";
    private const string Answer = "Vastausmerkki-Jkp";
    private const string Feedback = "Palautemerkki-Fgh";
    private const string Pin = "73519";

    [Fact]
    public async Task Is_closed_and_leaves_no_mark_of_the_client_in_plain()
    {
        await using var town = await BuildAsync();
        var input = Input(Mark);
        ((Dictionary<string, object?>)input["client"]!)["contact"] = Number;
        ((Dictionary<string, object?>)input["reason"]!)["goal"] = Goal;
        input["pin"] = Pin;
        var sent = await town.SendAsync(input);
        Assert.Empty(sent.GetProperty("errors").EnumerateArray());
        var referral = sent.GetProperty("referral");
        var code = sent.GetProperty("code").GetString()!;
        Assert.Equal("SENT", referral.GetProperty("state").GetString());

        referral = await Step(MoveAsync(town.Coordinator, "receiveReferral", referral), "RECEIVED");
        Assert.Equal(Mark, referral.GetProperty("client").GetProperty("name").GetString());
        referral = await Step(MoveAsync(town.Coordinator, "askInformation", referral, "text: \"Sopiiko aamu?\""), "NEEDS_INFORMATION");
        referral = await Step(MoveAsync(town.Nurse, "giveInformation", referral, $"text: \"{Answer}\""), "RECEIVED");
        referral = await Step(MoveAsync(town.Coordinator, "acceptReferral", referral, $"linkPerson: \"{town.Walker.Account}\""), "ACCEPTED");
        referral = await Step(MoveAsync(town.Walker, "attemptContact", referral), "CONTACT_ATTEMPTED");
        Assert.Equal(Number, referral.GetProperty("client").GetProperty("contact").GetString());
        referral = await Step(MoveAsync(town.Walker, "beginReferral", referral, "day: \"2026-12-15\""), "IN_PROGRESS");
        referral = await Step(MoveAsync(town.Walker, "completeReferral", referral), "COMPLETED");
        referral = await Step(MoveAsync(town.Walker, "giveReferralFeedback", referral, $$"""outcome: { goalBefore: 3, goalAfter: 7, toSender: "{{Feedback}}" }"""), "COMPLETED");

        var toldSender = await ReadAsync(town.Nurse, referral.GetProperty("id").GetString()!);
        Assert.Equal(Feedback, toldSender.GetProperty("outcome").GetProperty("toSender").GetString());
        var client = (await town.ByCodeAsync(code, Pin)).GetProperty("data").GetProperty("referralByCode");
        Assert.Equal("CLOSED", client.GetProperty("phase").GetString());
        Assert.Contains(client.GetProperty("readings").EnumerateArray(), reading => reading.GetProperty("act").GetString() == "RECEIVE" && reading.GetProperty("role").GetString() == "COORDINATOR");

        await using (var context = await town.ContextAsync())
        {
            Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
            foreach (var sql in new[] { "UPDATE referral_audit SET role = 'CLIENT'", "DELETE FROM referral_audit" })
            {
                await Assert.ThrowsAnyAsync<Exception>(() => context.Database.ExecuteSqlRawAsync(sql));
            }

            var notices = await context.Set<ReferralNotice>().ToListAsync();
            Assert.Equal(
                ["Sender InformationAsked", "Sender Told", "Sender Told", "Desk Arrived", "Desk InformationGiven", "LinkPerson GivenToLinkPerson"],
                notices.OrderBy(notice => (int)notice.Audience).ThenBy(notice => (int)notice.Kind).Select(notice => $"{notice.Audience} {notice.Kind}"));
        }

        AssertNowhere(town, [Mark, Number, Goal, Answer, Feedback, code, code.Replace("-", ""), Pin]);
        await using (var context = await town.ContextAsync())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TRIGGER referral_audit_unchanged; UPDATE referral_audit SET role = 'CLIENT' WHERE seq = 2");
            Assert.Equal(2, await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
        }
    }

    private static async Task<JsonElement> Step(Task<JsonElement> move, string state)
    {
        var payload = await move;
        Assert.True(payload.TryGetProperty("referral", out var referral) && referral.ValueKind == JsonValueKind.Object, $"{payload}");
        Assert.Equal(0, payload.GetProperty("errors").GetArrayLength());
        if (referral.GetProperty("state").GetString() is { } told && told != state)
        {
            // The sender is told no more than that it arrived.
            Assert.Equal("RECEIVED", told);
        }

        return referral;
    }

    private static void AssertNowhere(ReferralTown town, string[] marks)
    {
        using var held = OpenDatabase.Hold(town.Tray.Settings.DataFolder);
        var files = Directory.EnumerateFiles(town.Tray.Settings.DataFolder, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, file => file.EndsWith("tray.db-wal", StringComparison.Ordinal));
        foreach (var mark in marks)
        {
            foreach (var form in new[] { Encoding.UTF8.GetBytes(mark), Encoding.Unicode.GetBytes(mark), Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(mark))) })
            {
                Assert.All(files, file => Assert.True(ReadShared(file).AsSpan().IndexOf(form) < 0, $"{Path.GetFileName(file)} holds {mark}"));
            }

            Assert.DoesNotContain(town.Tray.Log.Lines, line => line.Contains(mark, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static byte[] ReadShared(string file)
    {
        if (Path.GetFileName(file) == "serving.lock")
        {
            return [];
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
