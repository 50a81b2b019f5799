using ServiceTray.Accounts;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>A switch of a client's permission that she wants off, as an edge takes it in.</summary>
internal sealed record SwitchOffInput(int Revision, string Why, Purpose? Purpose = null, ClientField? Field = null, string? Disclosure = null)
{
    /// <summary>Turns it off.</summary>
    /// <exception cref="RefusalException">It names none or two, or cannot be turned off.</exception>
    public Task<ReferralShown> MakeAsync(Guid id, ReferralMover mover, Caller caller, CancellationToken cancellationToken) =>
        mover.SwitchOffAsync(new ReferralOrder(id, Revision), caller, ConsentSwitch.Of(Purpose, Field, Disclosure), Why, cancellationToken);

    public override string ToString() => nameof(SwitchOffInput);
}
