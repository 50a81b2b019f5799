namespace ServiceTray.Search.Indexing;

/// <summary>Documents of a segment with words in a language, and their weighted words in all.</summary>
internal readonly record struct LengthTotal(int Documents, double Length)
{
    /// <summary>Of packed lengths, so that a segment that was merged has the same as one made anew.</summary>
    public static LengthTotal Of(ReadOnlySpan<byte> lengths)
    {
        var (documents, total) = (0, 0.0);
        foreach (var packed in lengths)
        {
            documents += packed > 0 ? 1 : 0;
            total += PackedLength.Lengths[packed];
        }

        return new LengthTotal(documents, total);
    }
}
