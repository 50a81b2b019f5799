using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServiceTray.Search.Querying;

/// <summary>One number for all that decides which documents are found, the same however the same filter is written.</summary>
internal static class FilterHash
{
    /// <summary>The number.</summary>
    public static ulong Of(SearchQuery query, TextPlan? plan)
    {
        var text = new StringBuilder();
        Add(text, plan?.Normalised ?? "", query.Language?.ToLowerInvariant() ?? "");
        if (query.AllWords)
        {
            Add(text, "a");
        }

        foreach (var expansion in query.Expansions)
        {
            Add(text, "e", expansion.Text, expansion.Language, Number(expansion.Weight));
        }

        foreach (var boost in query.Boosts)
        {
            Add(text, "+", boost.Field, Sorted(boost.AnyOf), Number(boost.Gain));
        }

        Add(text, "d", query.DueField ?? "");
        foreach (var filter in query.Keywords.Select(each => (each.Field, Values: Sorted(each.AnyOf))).OrderBy(each => each.Field + "\0" + each.Values, StringComparer.Ordinal))
        {
            Add(text, "k", filter.Field, filter.Values);
        }

        foreach (var filter in query.Numbers.Select(each => string.Join('\0', each.Field, Number(each.Minimum), Number(each.Maximum), each.MissingPasses)).Order(StringComparer.Ordinal))
        {
            Add(text, "n", filter);
        }

        if (query.Near is { } near)
        {
            Add(text, "p", Number(near.Point.Latitude), Number(near.Point.Longitude), Number(near.RadiusMetres), Sorted(near.CoverageCodes));
        }

        if (query.Within is { } box)
        {
            Add(text, "b", Number(box.South), Number(box.West), Number(box.North), Number(box.East));
        }

        foreach (var corner in query.Inside?.Corners ?? [])
        {
            Add(text, "c", Number(corner.Latitude), Number(corner.Longitude));
        }

        if (query.During is { } during)
        {
            // What keywords say of times from now on changes with the moment; the ranges tell the same filter for sure.
            Add(text, "t", during.Or?.Field ?? "", during.FromNow ? "" : Sorted(during.Or?.AnyOf ?? []));
            foreach (var range in during.AnyOf)
            {
                Add(text, Number(range.Start.UtcTicks), Number(range.End.UtcTicks));
            }
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.Unicode.GetBytes(text.ToString())));
    }

    private static string Sorted(IReadOnlyList<string> values) =>
        string.Join('\u0001', values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    // Each part behind its length, so that no two lists of parts look alike.
    private static void Add(StringBuilder text, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }
    }
}
