namespace ServiceTray.GraphQL.Planning;

/// <summary>
/// Lets a document into the cache when it is asked for again: of those asked once nothing is kept, so a client that sends ever new ones
/// neither drives out what others ask nor fills the memory. It remembers hashes, each until another takes its place.
/// </summary>
internal sealed class Doorkeeper
{
    private const int Places = 16 * 1024;
    private readonly int[] seen = new int[Places];

    /// <summary>Whether it came lately; from now on it has. Safe for any number of threads: a lost race costs one more coming.</summary>
    public bool HasSeen(int hash)
    {
        ref var place = ref seen[(uint)hash % Places];
        if (place == hash)
        {
            return true;
        }

        place = hash;
        return false;
    }
}
