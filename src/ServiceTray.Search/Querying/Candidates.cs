using System.Buffers;

namespace ServiceTray.Search.Querying;

/// <summary>The documents of a segment that place filters let through: as bits, and as the runs that hold them.</summary>
/// <param name="bits">A bit for each document, from the shared pool and given back to it at the end; null: all pass.</param>
/// <param name="runs">Runs in order that together hold all that pass, perhaps with others between.</param>
internal sealed class Candidates(ulong[]? bits, IReadOnlyList<DocumentRun> runs) : IDisposable
{
    // Jumping costs more than reading over so few documents.
    private const int Gap = 256;

    /// <summary>Runs that hold all that pass.</summary>
    public IReadOnlyList<DocumentRun> Runs => runs;

    /// <summary>Whether a document passes.</summary>
    public bool Contains(int document) => bits is null || (bits[document >> 6] & (1ul << document)) != 0;

    public void Dispose()
    {
        if (bits is not null)
        {
            ArrayPool<ulong>.Shared.Return(bits);
        }
    }

    /// <summary>All of so many.</summary>
    public static Candidates All(int documents) => new(null, [new DocumentRun(0, documents)]);

    /// <summary>Those whose bit is set in the first so many words.</summary>
    public static Candidates Of(ulong[] bits, int words)
    {
        var runs = new List<DocumentRun>();
        for (var word = 0; word < words; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
            {
                var document = (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(left);
                if (runs.Count > 0 && document - runs[^1].End <= Gap)
                {
                    runs[^1] = runs[^1] with { End = document + 1 };
                }
                else
                {
                    runs.Add(new DocumentRun(document, document + 1));
                }
            }
        }

        return new Candidates(bits, runs);
    }
}
