using ServiceTray.Outbox;
using Xunit;

namespace ServiceTray.Tests.Outbox;

/// <summary>Mail by a safe way: a server that nobody vouches for, or that has another name, is told nothing.</summary>
public sealed class SafeMail
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signs_in_and_sends_only_once_the_way_is_safe(bool fromTheFirst)
    {
        using var server = new SafeMailServer(fromTheFirst);
        await SendAsync(server, server.Authority);
        Assert.Contains(server.Lines, told => told.Line.Contains("RCPT TO:<aino@posti.example>", StringComparison.OrdinalIgnoreCase));
        Assert.All(server.Lines.Where(told => !told.Line.StartsWith("EHLO", StringComparison.Ordinal) && told.Line != "STARTTLS"), told => Assert.True(told.Safe, told.Line));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tells_nothing_to_one_that_nobody_vouches_for(bool fromTheFirst)
    {
        using var server = new SafeMailServer(fromTheFirst);
        await Assert.ThrowsAsync<MailFailedException>(() => SendAsync(server, null));
        Assert.DoesNotContain(server.Lines, told => told.Line.StartsWith("AUTH", StringComparison.Ordinal) || told.Line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_nothing_to_one_with_anothers_name()
    {
        using var server = new SafeMailServer(fromTheFirst: true, "posti.example");
        await Assert.ThrowsAsync<MailFailedException>(() => SendAsync(server, server.Authority));
        Assert.DoesNotContain(server.Lines, told => told.Line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_not_sent_when_the_password_is_wrong_or_the_server_speaks_in_plain()
    {
        using var server = new SafeMailServer(fromTheFirst: true);
        await Assert.ThrowsAsync<MailFailedException>(() => SendAsync(server, server.Authority, "väärä"));
        using var plain = new ServiceTray.Tests.Referrals.MailCatcher();
        var settings = new MailSettings { Server = MailServer.Of(plain.Address, MailSafety.StartTls) };
        await Assert.ThrowsAsync<MailFailedException>(() => new MailSender(settings).SendAsync(Letter(), CancellationToken.None));
        Assert.Empty(plain.Mails);
    }

    private static Task SendAsync(SafeMailServer server, string? authority, string password = "salainen sana")
    {
        var safety = server.IsSafeFromTheFirst ? MailSafety.Tls : MailSafety.StartTls;
        var settings = new MailSettings { Server = new MailServer("localhost", server.Port, safety, "tarjotin", password, authority) };
        return new MailSender(settings).SendAsync(Letter(), CancellationToken.None);
    }

    private static Mail Letter() => new(Guid.NewGuid(), "aino@posti.example", "Viesti", "Hyvää päivää.");
}
