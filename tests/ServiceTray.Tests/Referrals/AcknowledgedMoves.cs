namespace ServiceTray.Tests.Referrals;

/// <summary>What a tray said yes to, which it may not lose whatever becomes of it.</summary>
internal sealed class AcknowledgedMoves
{
    private readonly Lock gate = new();

    public Dictionary<string, string> Sent { get; } = [];

    public List<(string Id, string Move)> Moves { get; } = [];

    public IEnumerable<string> Of(string id) => Moves.Where(moved => moved.Id == id).Select(moved => moved.Move);

    public void Sending(string key, string id)
    {
        lock (gate)
        {
            Sent.Add(key, id);
        }
    }

    public void Moving(string id, string move)
    {
        lock (gate)
        {
            Moves.Add((id, move));
        }
    }
}
