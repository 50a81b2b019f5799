using System.Numerics;
using System.Text;
using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Indexing;

/// <summary>The written words of one language in a segment, with the letters that each has, so that most are passed over when looking for near ones.</summary>
internal sealed class SurfaceWords
{
    private const int LettersOfMask = 32;

    private readonly int _first;
    private readonly uint[] _letters;

    public SurfaceWords(TermDictionary terms, LanguageCode language)
    {
        _first = terms.FirstFrom(Encoding.UTF8.GetBytes(TermKind.Term(language, TermKind.Surface, "")));
        var end = terms.FirstFrom(Encoding.UTF8.GetBytes(TermKind.Term(language, (char)(TermKind.Surface + 1), "")));
        _letters = new uint[end - _first];
        for (var i = 0; i < _letters.Length; i++)
        {
            _letters[i] = Letters(Encoding.UTF8.GetString(terms[_first + i][2..]));
        }
    }

    /// <summary>The terms whose letters do not rule out that they are so few edits from a word; each edit puts in or takes away two letters at most.</summary>
    public IEnumerable<int> MaybeNear(string word, int edits)
    {
        var letters = Letters(word);
        for (var i = 0; i < _letters.Length; i++)
        {
            if (BitOperations.PopCount(_letters[i] ^ letters) <= 2 * edits)
            {
                yield return _first + i;
            }
        }
    }

    private static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (LetterGrams.Fold(letter) % LettersOfMask);
        }

        return letters;
    }
}
