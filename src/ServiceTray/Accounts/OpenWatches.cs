namespace ServiceTray.Accounts;

/// <summary>Counts, in memory alone, what each caller watches at once over GraphQL, so that nobody takes all the room there is.</summary>
internal sealed class OpenWatches
{
    /// <summary>How many one caller may have open: several screens, and some that were cut off unnoticed.</summary>
    public const int Most = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> open = [];

    /// <summary>Opens one more until it is disposed.</summary>
    /// <exception cref="WatchesRefusedException">She has as many as one may.</exception>
    public IDisposable Open(Caller caller)
    {
        var id = caller.SignedIn();
        lock (gate)
        {
            var count = open.GetValueOrDefault(id);
            open[id] = count < Most ? count + 1 : throw new WatchesRefusedException();
        }

        return new Watch(this, id);
    }

    private void Close(Guid id)
    {
        lock (gate)
        {
            if (--open[id] == 0)
            {
                open.Remove(id);
            }
        }
    }

    private sealed class Watch(OpenWatches watches, Guid id) : IDisposable
    {
        private int isClosed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isClosed, 1) == 0)
            {
                watches.Close(id);
            }
        }
    }
}
