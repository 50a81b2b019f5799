namespace ServiceTray.Referrals;

/// <summary>What is wrong with what was written, and in which field; what was written is never repeated in it.</summary>
internal sealed record ReferralProblem(string Field, string Code);
