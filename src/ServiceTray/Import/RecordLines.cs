using System.Runtime.CompilerServices;
using System.Text;

namespace ServiceTray.Import;

/// <summary>Reads the lines of a file, of which none may be longer than a bound; a file without line ends would fill the memory.</summary>
internal static class RecordLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines, whose bytes must be UTF-8: with letters that are guessed, names would be spoilt unseen.</summary>
    /// <exception cref="ImportException">It is not UTF-8, or a line is longer.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(string file, int longest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, Strict);
        var line = new StringBuilder();
        var buffer = new char[32 * 1024];
        int read;
        while ((read = await SomeAsync(reader, buffer, file, cancellationToken)) > 0)
        {
            var from = 0;
            for (int end; (end = buffer.AsSpan(from, read - from).IndexOf('\n')) >= 0; from += end + 1)
            {
                line.Append(buffer, from, end);
                yield return Whole(line);
                line.Clear();
            }

            line.Append(buffer, from, read - from);
            if (line.Length > longest)
            {
                throw new ImportException(ImportFailure.TooLarge, $"{Path.GetFileName(file)} holds a line of more than {longest / 1024 / 1024} MB; nothing is taken from it.");
            }
        }

        if (line.Length > 0)
        {
            yield return Whole(line);
        }
    }

    private static string Whole(StringBuilder line) => line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();

    private static async Task<int> SomeAsync(StreamReader reader, char[] buffer, string file, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(buffer, cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException(ImportFailure.NotUtf8, $"{Path.GetFileName(file)} is not UTF-8; nothing is taken from it.");
        }
    }
}
