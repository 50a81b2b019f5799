using ServiceTray.Codes;

namespace ServiceTray.Connections;

/// <summary>Where a connection leads. Whoever has it may read what stands there, so it is kept sealed and told by its host alone.</summary>
internal sealed record ConnectionAddress(Uri Whole)
{
    private const string Purpose = "Connection";

    public string Shown => ConnectionClient.Limits.Shown(Whole);

    public string Seal(Sealer sealer) => sealer.Seal(Purpose, Whole.AbsoluteUri);

    /// <summary>The address of a connection; null: the key to it is gone.</summary>
    public static ConnectionAddress? Of(Connection connection, Sealer sealer) =>
        (IsPlain(connection) ? connection.Address : sealer.OpenOrNull<string>(Purpose, connection.Address)) is { } written ? new(new Uri(written)) : null;

    /// <summary>Whether it was kept before addresses were sealed.</summary>
    public static bool IsPlain(Connection connection) => connection.Address.StartsWith("http", StringComparison.Ordinal);

    public override string ToString() => Shown;
}
