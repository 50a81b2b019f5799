using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceTray.Accounts;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>Who sent a referral learns of it what the client lets her, by every edge; and a reason stays with whose it is.</summary>
[Collection(SharedTown.Name)]
public sealed class WhatTheSenderIsTold(SharedTown shared)
{
    private readonly ReferralTown town = shared.Town;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_one_who_lets_her_be_told_nothing_all_looks_as_when_it_was_sent(bool isForwarded)
    {
        var (id, _) = await SentAsync(Input("Hiljaa Kulkeva", "SEND", "RECEIVER_CONTACTS", "FEEDBACK_TO_SENDER"));
        var before = await SeenAsync(town.Nurse, id);
        Assert.Contains("\"CANCEL\"", before[0], StringComparison.Ordinal);
        Assert.Contains("\"dueAt\":\"2026-", before[0], StringComparison.Ordinal);
        string? child = null;
        if (isForwarded)
        {
            child = (await MoveAsync(town.Coordinator, "forwardReferral", id, 1, $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString();
        }
        else
        {
            await MoveAsync(town.Coordinator, "receiveReferral", id, 1);
            await MoveAsync(town.Coordinator, "acceptReferral", id, 2, $"linkPerson: \"{town.Walker.Account}\"");
            await MoveAsync(town.Walker, "beginReferral", id, 3, "day: \"2026-12-15\"");
        }

        Assert.Equal(before, await SeenAsync(town.Nurse, id));
        Assert.Contains(id, $"{await BoxAsync(town.Nurse)}", StringComparison.Ordinal);
        if (child is not null)
        {
            Assert.All(await SeenAsync(town.Nurse, child), seen => Assert.DoesNotContain("Hiljaa Kulkeva", seen, StringComparison.Ordinal));
            Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Nurse, child)).ValueKind);
            Assert.DoesNotContain(child, $"{await BoxAsync(town.Nurse)}", StringComparison.Ordinal);
            Assert.Equal("NOT_FOUND", Sending.CodeOf(await MoveAsync(town.Nurse, "cancelReferral", child, 1, "reason: DUPLICATE")));
        }

        // Only what she tries to take back is refused, and tells no more than that; any other move is refused as it was.
        var refused = (await MoveAsync(town.Nurse, "cancelReferral", id, 1, "reason: DUPLICATE")).GetProperty("errors")[0];
        Assert.Equal(("MOVE_NOT_POSSIBLE", "SENT"), (refused.GetProperty("code").GetString(), refused.GetProperty("state").GetString()));
        Assert.DoesNotContain("CANCEL", $"{refused.GetProperty("possibleMoves")}", StringComparison.Ordinal);
        Assert.Contains("CANCEL", $"{(await MoveAsync(town.Nurse, "reopenReferral", id, 1)).GetProperty("errors")[0].GetProperty("possibleMoves")}", StringComparison.Ordinal);
        Assert.Equal("REFERRAL_MOVED", Sending.CodeOf(await MoveAsync(town.Nurse, "withdrawReferral", id, 3)));

        // What she records of the client's wish she does from the revision that she sees.
        Assert.Empty((await MoveAsync(town.Nurse, "withdrawReferral", id, 1)).GetProperty("errors").EnumerateArray());
        Assert.Equal("WITHDRAWN", (await ReadAsync(town.Coordinator, id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Of_one_who_lets_her_be_told_she_sees_that_it_was_forwarded_and_as_what()
    {
        var (id, _) = await SentAsync(Input("Avoin Kulkija"));
        var child = (await MoveAsync(town.Coordinator, "forwardReferral", id, 1, $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString()!;
        var seen = await ReadAsync(town.Nurse, id);
        Assert.Equal(("FORWARDED", child, 2), (seen.GetProperty("state").GetString(), seen.GetProperty("child").GetString(), seen.GetProperty("revision").GetInt32()));
        Assert.Equal("SENT", (await ReadAsync(town.Nurse, child)).GetProperty("state").GetString());
        Assert.DoesNotContain(id, $"{await BoxAsync(town.Nurse)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_sends_on_herself_is_hers_though_she_is_told_nothing_of_it()
    {
        var (id, _) = await SentAsync(Input("Hiljaa Jatkava", "SEND", "RECEIVER_CONTACTS"));
        await MoveAsync(town.Nurse, "cancelReferral", id, 1, "reason: SENT_BY_MISTAKE");
        var forwarded = (await MoveAsync(town.Nurse, "forwardReferral", id, 2, $"receiver: \"{Iisalmi}\"")).GetProperty("referral");
        var child = forwarded.GetProperty("child").GetString()!;
        Assert.Equal("FORWARDED", forwarded.GetProperty("state").GetString());
        Assert.Contains(child, $"{await BoxAsync(town.Nurse)}", StringComparison.Ordinal);
        Assert.DoesNotContain(id, $"{await BoxAsync(town.Nurse)}".Replace($"\"parent\":\"{id}\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var before = await SeenAsync(town.Nurse, child);
        using var next = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        await MoveAsync(next, "receiveReferral", child, 1);
        Assert.Equal(before, await SeenAsync(town.Nurse, child));
    }

    [Fact]
    public async Task A_question_about_what_was_forwarded_is_hers_to_answer_while_it_waits_and_no_longer()
    {
        var (id, _) = await SentAsync(Input("Kysytty Kulkija", "SEND"));
        var child = (await MoveAsync(town.Coordinator, "forwardReferral", id, 1, $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString()!;
        using var other = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        await MoveAsync(other, "receiveReferral", child, 1);
        await MoveAsync(other, "askInformation", child, 2, "text: \"Onko hissi?\"");
        var asked = await ReadAsync(town.Nurse, child);
        Assert.Contains("Onko hissi?", $"{asked.GetProperty("notes")}", StringComparison.Ordinal);
        Assert.Empty((await MoveAsync(town.Nurse, "giveInformation", asked, "text: \"On hissi.\"")).GetProperty("errors").EnumerateArray());
        Assert.Contains("On hissi.", $"{(await ReadAsync(other, child)).GetProperty("notes")}", StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Nurse, child)).ValueKind);
    }

    [Fact]
    public async Task What_the_client_answers_to_the_desk_is_the_desks_and_what_she_wrote_herself_stays_hers()
    {
        var (id, code) = await SentAsync(Input());
        await AskAsync("Pääseekö portaita?");
        await town.Tray.QueryAsync(
            "mutation($code: String!) { giveInformationByCode(code: $code, pin: \"2468\", text: \"En halua että hoitaja tietää\") { errors { code } } }", new { code });
        await AskAsync("Mihin aikaan?");
        await MoveAsync(town.Coordinator, "giveInformation", id, 5, "text: \"Soitti: vain iltaisin\"", spokenWish: true);
        await AskAsync("Entä kieli?");
        await MoveAsync(town.Nurse, "giveInformation", id, 7, "text: \"Suomea\"");

        var (hers, desk) = (await SeenAsync(town.Nurse, id), await SeenAsync(town.Coordinator, id));
        for (var edge = 0; edge < hers.Count; edge++)
        {
            Assert.All(["Pääseekö portaita?", "Mihin aikaan?", "Entä kieli?", "Suomea"], told => Assert.Contains(told, Regex.Unescape(hers[edge]), StringComparison.Ordinal));
            Assert.All(["En halua että hoitaja tietää", "Soitti: vain iltaisin"], told =>
            {
                Assert.DoesNotContain(told, Regex.Unescape(hers[edge]), StringComparison.Ordinal);
                Assert.Contains(told, Regex.Unescape(desk[edge]), StringComparison.Ordinal);
            });
        }

        async Task AskAsync(string question)
        {
            var seen = await ReadAsync(town.Coordinator, id);
            seen = seen.GetProperty("state").GetString() == "SENT" ? (await MoveAsync(town.Coordinator, "receiveReferral", seen)).GetProperty("referral") : seen;
            await MoveAsync(town.Coordinator, "askInformation", seen, $"text: \"{question}\"");
        }
    }

    [Fact]
    public async Task Why_a_client_takes_it_back_is_told_to_herself_alone()
    {
        var (id, code) = await SentAsync(Input());
        var withdrawn = await town.Tray.QueryAsync(
            "mutation($code: String!) { withdrawReferralByCode(code: $code, pin: \"2468\", reason: TRUST) { seen { referral { steps { move reason } } } } }", new { code });
        Assert.Contains("\"reason\":\"TRUST\"", $"{withdrawn}", StringComparison.Ordinal);
        using var administrator = await Person.SignedInAsync(town.Tray, new Grant(Role.Administrator));
        Assert.Contains("WITHDRAW", $"{(await ReadAsync(town.Coordinator, id)).GetProperty("steps")}", StringComparison.Ordinal);
        foreach (var person in new[] { town.Coordinator, town.Nurse, administrator })
        {
            Assert.All(await SeenAsync(person, id), seen => Assert.DoesNotMatch("TRUST|Luottamus|luottamus", seen));
        }

        // What the desk wrote down itself it knows.
        (id, _) = await SentAsync(Input());
        await MoveAsync(town.Coordinator, "withdrawReferral", id, 1, "reason: COSTS");
        Assert.Contains("COSTS", $"{await ReadAsync(town.Coordinator, id)}", StringComparison.Ordinal);
        Assert.All(await SeenAsync(town.Nurse, id), seen => Assert.DoesNotContain("COSTS", seen, StringComparison.Ordinal));
    }

    // By every edge: GraphQL, REST, FHIR, the page.
    private static async Task<IReadOnlyList<string>> SeenAsync(Person person, string id) =>
    [
        $"{await ReadAsync(person, id)}",
        await TextAsync(person, $"/api/v1/referrals/{id}"),
        await TextAsync(person, $"/fhir/ServiceRequest?_id={id}"),
        Regex.Replace((await PageVisit.ReadAsync(await person.Client.GetAsync($"/lahetteet/{id}"))).Main.InnerHtml, "name=\"__RequestVerificationToken\" value=\"[^\"]*\"", ""),
    ];

    private static async Task<string> TextAsync(Person person, string path)
    {
        using var answer = await person.Client.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<JsonElement> BoxAsync(Person person) => (await person.AskAsync("{ referrals(box: SENT, first: 100) { nodes { id } } }")).GetProperty("data");

    private async Task<(string Id, string Code)> SentAsync(Dictionary<string, object?> input)
    {
        var sent = await town.SendAsync(input);
        return (sent.GetProperty("referral").GetProperty("id").GetString()!, sent.GetProperty("code").GetString()!);
    }
}
