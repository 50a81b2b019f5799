using System.Text.Json;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>Whatever keeps a move from being made, its answer has a code, the state the referral is in and what can be done with it.</summary>
[Collection(SharedTown.Name)]
public sealed class RefusedMoves(SharedTown shared)
{
    private readonly ReferralTown town = shared.Town;

    [Theory]
    [InlineData("acceptReferral", "linkPerson: \"01a21a11-0000-7000-8000-000000000000\"", "LINK_PERSON_UNFIT", "linkPerson")]
    [InlineData("forwardReferral", "receiver: \"01a21a11-0000-7000-8000-000000000000\"", "RECIPIENT_UNKNOWN", "receiver")]
    [InlineData("declineReferral", "reason: SENT_BY_MISTAKE", "REASON_UNKNOWN", "reason")]
    [InlineData("askInformation", "text: \" \"", "FIELD_REQUIRED", "note")]
    [InlineData("askInformation", "text: \"131052-308T\"", "IDENTITY_CODE_REFUSED", "note")]
    [InlineData("reopenReferral", "", "MOVE_NOT_POSSIBLE", null)]
    public async Task Tell_the_desk_the_state_and_all_that_it_can_do(string field, string arguments, string code, string? named)
    {
        var received = (await MoveAsync(town.Coordinator, "receiveReferral", (await town.SendAsync(Input())).GetProperty("referral"))).GetProperty("referral");
        var refused = (await MoveAsync(town.Coordinator, field, received, arguments)).GetProperty("errors")[0];
        Assert.Equal((code, named, "RECEIVED"), (Word(refused, "code"), Word(refused, "field"), Word(refused, "state")));
        Assert.Equal(Moves(received), Moves(refused));
        Assert.Equal(["ASK_INFORMATION", "ACCEPT", "DECLINE", "FORWARD", "RENEW", "WITHDRAW"], Moves(refused));
    }

    [Fact]
    public async Task Tell_the_link_person_whose_day_is_wrong_and_the_sender_whose_pin_is()
    {
        var referral = (await town.SendAsync(Input())).GetProperty("referral");
        referral = (await MoveAsync(town.Coordinator, "acceptReferral", referral, $"linkPerson: \"{town.Walker.Account}\"")).GetProperty("referral");
        var day = (await MoveAsync(town.Walker, "beginReferral", referral, "day: \"2020-01-01\"")).GetProperty("errors")[0];
        Assert.Equal(("DATE_INVALID", "ACCEPTED"), (Word(day, "code"), Word(day, "state")));
        Assert.Contains("BEGIN", Moves(day));

        var draft = (await town.Nurse.AskAsync(
            "mutation($input: SendReferralInput!) { sendReferral(input: $input, idempotencyKey: \"luonnos\", draft: true) { referral { id revision } } }", new { input = Input("Luonnos") }))
            .GetProperty("data").GetProperty("sendReferral").GetProperty("referral");
        var pin = (await MoveAsync(town.Nurse, "sendDraft", draft, "pin: \"1\", agreement: { textVersion: \"1.0\", form: SPOKEN_PRESENT, purposes: [SEND] }")).GetProperty("errors")[0];
        Assert.Equal(("PIN_INVALID", "DRAFT"), (Word(pin, "code"), Word(pin, "state")));
        Assert.Contains("SEND", Moves(pin));
    }

    [Fact]
    public async Task Tell_the_sender_no_more_of_the_state_than_the_client_lets_her_know()
    {
        var sent = (await town.SendAsync(Input("Vaitelias", "SEND", "RECEIVER_CONTACTS"))).GetProperty("referral");
        await MoveAsync(town.Coordinator, "acceptReferral", sent, $"linkPerson: \"{town.Walker.Account}\"");
        var refused = (await MoveAsync(town.Nurse, "markReferralError", Word(sent, "id")!, 1, "reason: SENT_BY_MISTAKE, text: \" \"")).GetProperty("errors")[0];
        Assert.Equal(("FIELD_REQUIRED", "SENT"), (Word(refused, "code"), Word(refused, "state")));
    }

    private static string? Word(JsonElement one, string name) => one.GetProperty(name).GetString();

    private static IEnumerable<string?> Moves(JsonElement one) => one.GetProperty("possibleMoves").EnumerateArray().Select(move => move.GetString());
}
