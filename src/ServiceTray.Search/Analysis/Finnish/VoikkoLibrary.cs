using System.Runtime.InteropServices;
using System.Text;

namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>
/// The system's libvoikko, loaded when it is there. The only file that knows its functions.
/// A handle must never be used by two threads at once (the process would end), so each caller brings its own.
/// </summary>
internal sealed unsafe class VoikkoLibrary
{
    private static readonly string[] Names = ["libvoikko.so.1", "libvoikko.1.dylib", "libvoikko-1.dll", "voikko"];

    private readonly delegate* unmanaged<byte**, byte*, byte*, nint> _init;
    private readonly delegate* unmanaged<nint, void> _terminate;
    private readonly delegate* unmanaged<nint, byte*, nint*> _analyze;
    private readonly delegate* unmanaged<nint*, void> _freeAnalyses;
    private readonly delegate* unmanaged<nint, byte*, byte*> _value;
    private readonly delegate* unmanaged<byte*, void> _freeValue;
    private readonly delegate* unmanaged<nint, byte*, byte**> _suggest;
    private readonly delegate* unmanaged<byte**, void> _freeSuggestions;

    private VoikkoLibrary(nint library)
    {
        _init = (delegate* unmanaged<byte**, byte*, byte*, nint>)NativeLibrary.GetExport(library, "voikkoInit");
        _terminate = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "voikkoTerminate");
        _analyze = (delegate* unmanaged<nint, byte*, nint*>)NativeLibrary.GetExport(library, "voikkoAnalyzeWordCstr");
        _freeAnalyses = (delegate* unmanaged<nint*, void>)NativeLibrary.GetExport(library, "voikko_free_mor_analysis");
        _value = (delegate* unmanaged<nint, byte*, byte*>)NativeLibrary.GetExport(library, "voikko_mor_analysis_value_cstr");
        _freeValue = (delegate* unmanaged<byte*, void>)NativeLibrary.GetExport(library, "voikko_free_mor_analysis_value_cstr");
        _suggest = (delegate* unmanaged<nint, byte*, byte**>)NativeLibrary.GetExport(library, "voikkoSuggestCstr");
        _freeSuggestions = (delegate* unmanaged<byte**, void>)NativeLibrary.GetExport(library, "voikkoFreeCstrArray");
        Version = Text(((delegate* unmanaged<byte*>)NativeLibrary.GetExport(library, "voikkoGetVersion"))()) ?? "";
    }

    /// <summary>The library's own version.</summary>
    public string Version { get; }

    /// <summary>The library, or null with the reason why not.</summary>
    public static VoikkoLibrary? TryLoad(out string? reason)
    {
        foreach (var name in Names)
        {
            if (!NativeLibrary.TryLoad(name, out var library))
            {
                continue;
            }

            try
            {
                reason = null;
                return new VoikkoLibrary(library);
            }
            catch (EntryPointNotFoundException exception)
            {
                reason = $"{name} is there but lacks a function: {exception.Message}";
                return null;
            }
        }

        reason = "libvoikko is not installed.";
        return null;
    }

    /// <summary>A new handle on the Finnish dictionary, or 0 with the reason why not.</summary>
    public nint Open(string? dictionaryPath, out string? reason)
    {
        byte* error = null;
        nint handle;
        fixed (byte* language = "fi\0"u8)
        fixed (byte* path = dictionaryPath is null ? null : Bytes(dictionaryPath))
        {
            handle = _init(&error, language, path);
        }

        reason = handle == 0 ? Text(error) ?? "The Finnish dictionary could not be opened." : null;
        return handle;
    }

    /// <summary>Gives a handle back.</summary>
    public void Close(nint handle) => _terminate(handle);

    /// <summary>Adds (BASEFORM, WORDBASES) of each analysis of the word; none when it is not known.</summary>
    public void Analyze(nint handle, string word, List<(string BaseForm, string WordBases)> into)
    {
        nint* analyses;
        fixed (byte* text = Bytes(word))
        {
            analyses = _analyze(handle, text);
        }

        if (analyses is null)
        {
            return;
        }

        for (var each = analyses; *each != 0; each++)
        {
            into.Add((Value(*each, "BASEFORM\0"u8), Value(*each, "WORDBASES\0"u8)));
        }

        _freeAnalyses(analyses);
    }

    /// <summary>Spellings near the word, best first.</summary>
    public List<string> Suggest(nint handle, string word)
    {
        var suggestions = new List<string>();
        byte** found;
        fixed (byte* text = Bytes(word))
        {
            found = _suggest(handle, text);
        }

        if (found is not null)
        {
            for (var each = found; *each is not null; each++)
            {
                suggestions.Add(Text(*each)!);
            }

            _freeSuggestions(found);
        }

        return suggestions;
    }

    private string Value(nint analysis, ReadOnlySpan<byte> key)
    {
        fixed (byte* name = key)
        {
            var value = _value(analysis, name);
            var text = Text(value) ?? "";
            if (value is not null)
            {
                _freeValue(value);
            }

            return text;
        }
    }

    // Unpaired surrogates become U+FFFD here, and words hold no NUL, so the text is whole.
    private static byte[] Bytes(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    private static string? Text(byte* text) => Marshal.PtrToStringUTF8((nint)text);
}
