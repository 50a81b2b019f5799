using ServiceTray.Outbox;
using ServiceTray.Tests.Referrals;
using Xunit;

namespace ServiceTray.Tests.Outbox;

/// <summary>Only a refusal that speaks of the address makes it a wrong one; the words are those of servers in use.</summary>
public sealed class MailRefusals
{
    [Theory]
    [InlineData("550 unknown here", true)]
    [InlineData("550 5.1.1 <nobody@kunta.example>: Recipient address rejected: User unknown in virtual mailbox table", true)]
    [InlineData("550-5.1.1 The email account that you tried to reach does not exist.\r\n550 5.1.1 Please try double-checking the address", true)]
    [InlineData("550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", true)]
    [InlineData("556 5.1.10 Recipient address has null MX", true)]
    [InlineData("550 5.2.1 The email account that you tried to reach is disabled", true)]
    [InlineData("553 sorry, no mailbox here by that name", true)]
    [InlineData("550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked", false)]
    [InlineData("550 5.7.26 This mail is unauthenticated", false)]
    [InlineData("550 5.1.8 <palvelutarjotin@localhost>: Sender address rejected: Domain not found", false)]
    [InlineData("550 5.4.1 Recipient address rejected: Access denied", false)]
    [InlineData("552 5.2.2 Mailbox full", false)]
    [InlineData("554 Relay access denied", false)]
    [InlineData("450 4.1.1 Recipient address rejected: unverified", false)]
    [InlineData("451 later", false)]
    public async Task Are_for_good_only_when_they_speak_of_the_address(string answer, bool isForGood)
    {
        using var server = new MailCatcher { Unknown = "nobody@kunta.example", Refusal = answer };
        var sender = new MailSender(new MailSettings { Server = MailServer.Of(server.Address) });
        var failed = await Assert.ThrowsAsync<MailFailedException>(() => sender.SendAsync(new Mail(Guid.NewGuid(), "nobody@kunta.example", "Aihe", "Sanat"), CancellationToken.None));
        Assert.Equal((isForGood, false), (failed.IsForGood, failed.KeepsAll));
        await sender.SendAsync(new Mail(Guid.NewGuid(), "somebody@kunta.example", "Aihe", "Sanat"), CancellationToken.None);
        Assert.Single(server.Mails);
    }
}
