using System.Runtime.InteropServices;
using System.Text;

namespace ServiceTray.Tests.Places;

/// <summary>The system's Finnish morphology, as an outside judge of word forms; null when it is not installed.</summary>
internal sealed class Voikko : IDisposable
{
    private readonly IntPtr handle;

    private Voikko(IntPtr handle) => this.handle = handle;

    public static Voikko? TryOpen()
    {
        try
        {
            var opened = voikkoInit(out _, Bytes("fi"), null);
            return opened == IntPtr.Zero ? null : new Voikko(opened);
        }
        catch (DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Base form, case and number of each way to read the word as a place name ("my Kuopio" left out).</summary>
    public IEnumerable<(string? Base, string? Case, string? Number)> PlaceNames(string word)
    {
        var analyses = voikkoAnalyzeWordCstr(handle, Bytes(word));
        if (analyses == IntPtr.Zero)
        {
            return [];
        }

        var found = new List<(string?, string?, string?)>();
        for (var i = 0; Marshal.ReadIntPtr(analyses, i * IntPtr.Size) is var analysis && analysis != IntPtr.Zero; i++)
        {
            if (Value(analysis, "CLASS") == "paikannimi" && Value(analysis, "POSSESSIVE") is null)
            {
                found.Add((Value(analysis, "BASEFORM"), Value(analysis, "SIJAMUOTO"), Value(analysis, "NUMBER")));
            }
        }

        voikko_free_mor_analysis(analyses);
        return found;
    }

    public void Dispose() => voikkoTerminate(handle);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + "\0");

    private static string? Value(IntPtr analysis, string key)
    {
        var value = voikko_mor_analysis_value_cstr(analysis, Bytes(key));
        var text = Marshal.PtrToStringUTF8(value);
        if (value != IntPtr.Zero)
        {
            voikko_free_mor_analysis_value_cstr(value);
        }

        return text;
    }

    [DllImport("libvoikko.so.1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr voikkoInit(out IntPtr error, byte[]? language, byte[]? path);

    [DllImport("libvoikko.so.1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void voikkoTerminate(IntPtr handle);

    [DllImport("libvoikko.so.1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr voikkoAnalyzeWordCstr(IntPtr handle, byte[]? word);

    [DllImport("libvoikko.so.1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr voikko_mor_analysis_value_cstr(IntPtr analysis, byte[]? key);

    [DllImport("libvoikko.so.1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void voikko_free_mor_analysis(IntPtr analyses);

    [DllImport("libvoikko.so.1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void voikko_free_mor_analysis_value_cstr(IntPtr value);
}
