using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Indexing;

/// <summary>Makes one segment of several, leaving removed documents behind.</summary>
internal sealed class SegmentMerger(IndexSchema schema)
{
    /// <summary>The segment that holds all living documents of these.</summary>
    public Segment Merge(IReadOnlyList<LiveSegment> parts, CancellationToken cancellationToken)
    {
        var rows = new List<DocumentRow>();
        var origins = new List<(int Part, int Document)>();
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var document in parts[part].Documents())
            {
                rows.Add(Row(parts[part].Segment, document));
                origins.Add((part, document));
            }
        }

        var order = CurveOrder.Of(rows);
        var renumbered = parts.Select(part => Enumerable.Repeat(-1, part.Segment.Count).ToArray()).ToArray();
        for (var document = 0; document < order.Length; document++)
        {
            var (part, old) = origins[order[document]];
            renumbered[part][old] = document;
        }

        var merged = new PostingMerger([.. parts.Select(part => part.Segment)], renumbered);
        merged.Merge(cancellationToken);
        return new Segment([.. order.Select(each => rows[each])], merged.Terms, merged.Postings, schema.KeywordFields.Count, schema.NumberFields.Count);
    }

    private static DocumentRow Row(Segment segment, int document) => new()
    {
        Key = segment.Keys[document],
        Keywords = [.. segment.Keywords.Select(column => column[document])],
        Coverage = segment.Coverage[document],
        Numbers = [.. segment.Numbers.Select(numbers => numbers[document])],
        Points = segment.Points[document].ToArray(),
        Times = segment.Times[document].ToArray(),
        NameKey = segment.Names[document].ToArray(),
        UpdatedAt = segment.UpdatedAt[document],
        Lengths = [.. Languages.All.Select(language => PackedLength.Lengths[segment.Lengths[(int)language][document]])],
    };
}
