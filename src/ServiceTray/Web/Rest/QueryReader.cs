using System.Globalization;
using ServiceTray.Languages;

namespace ServiceTray.Web.Rest;

/// <summary>Reads the query of a request, name by name; the first that cannot be read is told, the rest is read as not asked.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    /// <summary>What could not be read; null: all could.</summary>
    public Malformed? Issue { get; private set; }

    public string? Text(string name) => Values(name) is [var one, ..] values && IsSingle(name, values) ? one : null;

    public int? Number(string name) =>
        Read<int>(name, "a whole number", static (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value));

    public double? Decimal(string name) => Read<double>(name, "a number", TryDegrees);

    public bool? Flag(string name) => Read<bool>(name, "true or false", bool.TryParse);

    public DateTimeOffset? Instant(string name) =>
        Read<DateTimeOffset>(name, "an instant with its offset, as 2026-11-25T18:00:00+02:00", static (string text, out DateTimeOffset value) =>
            DateTimeOffset.TryParseExact(text.Replace(' ', '+'), ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-', ' ']) > text.IndexOf('T')));

    public T? Word<T>(string name)
        where T : struct, Enum => Read<T>(name, Known<T>.Told, Known<T>.TryRead);

    public IReadOnlyList<string>? Texts(string name) => Values(name) is { Count: > 0 } values ? values : null;

    public IReadOnlyList<T>? Words<T>(string name)
        where T : struct, Enum
    {
        var read = new List<T>();
        foreach (var value in Values(name))
        {
            if (Known<T>.TryRead(value, out var word))
            {
                read.Add(word);
            }
            else
            {
                Refuse(name, $"{name} is {Known<T>.Told}.");
            }
        }

        return read.Count > 0 ? read : null;
    }

    /// <summary>Numbers parted by commas, as many as asked; null: not asked.</summary>
    public IReadOnlyList<double>? Decimals(string name, int count)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var read = new List<double>();
        foreach (var part in text.Split(','))
        {
            if (TryDegrees(part, out var value))
            {
                read.Add(value);
            }
        }

        if (read.Count == count && text.Count(',') == count - 1)
        {
            return read;
        }

        Refuse(name, $"{name} is {count} numbers parted by commas.");
        return null;
    }

    public void Refuse(string name, string detail) => Issue ??= new Malformed(name, detail);

    private delegate bool TryReading<T>(string text, out T value);

    /// <summary>A finite number as it is written in JSON.</summary>
    public static bool TryDegrees(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private T? Read<T>(string name, string what, TryReading<T> reading)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (reading(text, out var value))
        {
            return value;
        }

        Refuse(name, $"{name} is {what}.");
        return null;
    }

    private bool IsSingle(string name, IReadOnlyList<string> values)
    {
        if (values.Count > 1)
        {
            Refuse(name, $"{name} is told once.");
        }

        return values.Count == 1;
    }

    // A form sends what was left empty as an empty value: it is not asked.
    private List<string> Values(string name) => [.. query[name].Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)];

    private static class Known<T>
        where T : struct, Enum
    {
        public static string Told { get; } = "one of " + string.Join(", ", PublicWords.All<T>());

        public static bool TryRead(string text, out T value)
        {
            var word = PublicWords.Read<T>(text);
            value = word.GetValueOrDefault();
            return word is not null;
        }
    }
}
