using System.Collections.Concurrent;

namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>Reads Finnish by Voikko's dictionary. Handles are pooled: each is used by one thread at a time, none is ever shared.</summary>
internal sealed class VoikkoMorphology : IFinnishMorphology
{
    private readonly VoikkoLibrary _library;
    private readonly string? _dictionaryPath;
    private readonly ConcurrentBag<nint> _handles = [];

    private VoikkoMorphology(VoikkoLibrary library, string? dictionaryPath, nint first)
    {
        _library = library;
        _dictionaryPath = dictionaryPath;
        _handles.Add(first);
    }

    public string Name => "voikko";

    public string Version => $"voikko-{_library.Version}-1";

    public float GramWeight => 0.2f;

    /// <summary>The morphology, or null with the reason why not.</summary>
    public static VoikkoMorphology? TryOpen(string? dictionaryPath, out string? reason)
    {
        if (VoikkoLibrary.TryLoad(out reason) is not { } library)
        {
            return null;
        }

        var handle = library.Open(dictionaryPath, out reason);
        return handle == 0 ? null : new VoikkoMorphology(library, dictionaryPath, handle);
    }

    public bool Read(string word, List<Reading> readings)
    {
        var analyses = new List<(string BaseForm, string WordBases)>();
        var handle = Take();
        try
        {
            _library.Analyze(handle, word, analyses);
        }
        finally
        {
            _handles.Add(handle);
        }

        foreach (var (baseForm, wordBases) in analyses)
        {
            readings.Add(new Reading(baseForm.ToLowerInvariant(), 1f));
            WordBases.Read(wordBases, readings);
        }

        return analyses.Count > 0;
    }

    public IReadOnlyList<string> Suggest(string word)
    {
        var handle = Take();
        try
        {
            return _library.Suggest(handle, word);
        }
        finally
        {
            _handles.Add(handle);
        }
    }

    private nint Take()
    {
        if (_handles.TryTake(out var handle))
        {
            return handle;
        }

        handle = _library.Open(_dictionaryPath, out var reason);
        return handle != 0 ? handle : throw new InvalidOperationException(reason);
    }
}
