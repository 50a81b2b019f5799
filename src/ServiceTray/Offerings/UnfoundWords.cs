using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ServiceTray.Places;

namespace ServiceTray.Offerings;

/// <summary>
/// Words of searches that found nothing, told only when at least five callers used them; kept in memory alone, without the search they
/// stood in, its place, its time or the caller, of whom there is a keyed hash for as long as the tray runs.
/// </summary>
internal sealed partial class UnfoundWords(IHttpContextAccessor requests, Gazetteer gazetteer)
{
    /// <summary>Fewer callers than this are not told.</summary>
    public const int LeastCallers = 5;

    private const int MostWords = 10_000;
    private const int MostCallers = 1_000;
    private const int LongestWord = 40;
    private const int KeyLength = 32;
    private const int LongestAddress = 16;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(KeyLength);
    private readonly Dictionary<string, HashSet<ulong>> callers = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Notes the words of a search that found nothing; numbers and names of places are left out.</summary>
    public void Note(string text)
    {
        if (requests.HttpContext?.Connection.RemoteIpAddress is not { } address)
        {
            return;
        }

        var caller = Hash(address);
        var words = new List<string>();
        foreach (var found in Words().EnumerateMatches(text))
        {
            if (found.Length <= LongestWord && text.Substring(found.Index, found.Length).ToLowerInvariant() is var word && !words.Contains(word))
            {
                words.Add(word);
            }
        }

        lock (gate)
        {
            // What was noted before is known to be no place.
            words.FindAll(callers.ContainsKey).ForEach(word => Note(word, caller));
            words.RemoveAll(callers.ContainsKey);
        }

        words.RemoveAll(word => gazetteer.ResolveOrNull(word) is not null);
        lock (gate)
        {
            words.ForEach(word => Note(word, caller));
        }
    }

    /// <summary>The words that may be told, the most wished for first.</summary>
    public IReadOnlyList<UnfoundWord> Told()
    {
        lock (gate)
        {
            return
            [
                .. callers.Where(word => word.Value.Count >= LeastCallers)
                    .Select(word => new UnfoundWord(word.Key, word.Value.Count))
                    .OrderByDescending(word => word.Callers).ThenBy(word => word.Word, StringComparer.Ordinal),
            ];
        }
    }

    // A key of fixed length before the address is enough, as nobody sees a hash to lengthen it: it never leaves this memory.
    private ulong Hash(IPAddress address)
    {
        Span<byte> told = stackalloc byte[KeyLength + LongestAddress];
        key.CopyTo(told);
        address.TryWriteBytes(told[KeyLength..], out var length);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(told[..(KeyLength + length)], hash);
        return BitConverter.ToUInt64(hash);
    }

    private void Note(string word, ulong caller)
    {
        if (!callers.TryGetValue(word, out var known))
        {
            if (callers.Count >= MostWords)
            {
                Forget();
            }

            known = callers[word] = [];
        }

        if (known.Count < MostCallers)
        {
            known.Add(caller);
        }
    }

    // Room is made by forgetting what few have asked for.
    private void Forget()
    {
        foreach (var rare in callers.Where(word => word.Value.Count < LeastCallers).Select(word => word.Key).ToList())
        {
            callers.Remove(rare);
        }

        if (callers.Count >= MostWords)
        {
            callers.Clear();
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])\p{L}[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?![\p{L}\p{Nd}])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}

/// <summary>A word that found nothing.</summary>
/// <param name="Word">In lower case.</param>
/// <param name="Callers">How many different callers used it, five or more.</param>
internal sealed record UnfoundWord(string Word, int Callers);
