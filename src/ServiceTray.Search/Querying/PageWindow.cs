namespace ServiceTray.Search.Querying;

/// <summary>Which part of the order a page wants, with its cursors read.</summary>
/// <param name="Size">How many hits at most.</param>
/// <param name="Backward">Whether the last so many are wanted, not the first.</param>
/// <param name="After">Only what stands after; null: from the start.</param>
/// <param name="Before">Only what stands before; null: to the end.</param>
internal sealed record PageWindow(int Size, bool Backward, CursorPlace? After, CursorPlace? Before)
{
    private const int UsualSize = 20;

    /// <summary>From what was asked.</summary>
    /// <exception cref="ArgumentException">Both ends are asked, or a size is negative or above the limit.</exception>
    public static PageWindow Of(PageRequest page, CursorPlace? after, CursorPlace? before, int mostHits)
    {
        if (page is { First: not null, Last: not null })
        {
            throw new ArgumentException("A page is the first or the last so many, not both.", nameof(page));
        }

        var size = page.First ?? page.Last ?? UsualSize;
        return size >= 0 && size <= mostHits
            ? new PageWindow(size, page.Last is not null, after, before)
            : throw new ArgumentOutOfRangeException(nameof(page), size, $"A page holds 0 to {mostHits} hits.");
    }
}
