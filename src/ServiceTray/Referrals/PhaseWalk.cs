namespace ServiceTray.Referrals;

/// <summary>A phase that the client walks, or has walked, by its programme's key.</summary>
internal sealed record PhaseWalk(string Key, DateOnly From, DateOnly? Until = null);
