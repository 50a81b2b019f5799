namespace ServiceTray.Search.Querying;

/// <summary>Keeps the hits of a page while all hits pass by: a heap with the worst kept hit on top.</summary>
internal sealed class TopHits(StandingOrder order, PageWindow window)
{
    private readonly List<Standing> _heap = new(Math.Min(window.Size, 256));
    private int _inWindow;

    /// <summary>Whether hits stand before the page.</summary>
    public bool HasPrevious => window.Backward ? _inWindow > _heap.Count || SawBefore : SawBefore;

    /// <summary>Whether hits follow the page.</summary>
    public bool HasNext => window.Backward ? SawAfter : _inWindow > _heap.Count || SawAfter;

    private bool SawBefore { get; set; }

    private bool SawAfter { get; set; }

    /// <summary>What is worse than this in the order's value cannot come onto the page and need only be counted (<see cref="PassBy"/>); it only becomes better.</summary>
    public long Worst =>
        window.Backward || window.Before is not null || _heap.Count < window.Size ? long.MaxValue
        : window.Size > 0 ? _heap[0].Primary
        : window.After is null ? long.MinValue
        : long.MaxValue;

    /// <summary>Counts so many hits that cannot come onto the page.</summary>
    public void PassBy(int hits) => _inWindow += hits;

    /// <summary>Takes a hit.</summary>
    public void Add(in Standing hit)
    {
        if (window.After is { } after && order.Compare(hit, after) <= 0)
        {
            SawBefore = true;
            return;
        }

        if (window.Before is { } before && order.Compare(hit, before) >= 0)
        {
            SawAfter = true;
            return;
        }

        _inWindow++;
        if (_heap.Count < window.Size)
        {
            _heap.Add(hit);
            Rise(_heap.Count - 1);
        }
        else if (window.Size > 0 && Worse(_heap[0], hit))
        {
            _heap[0] = hit;
            Sink();
        }
    }

    /// <summary>The page, in order; ends the keeping.</summary>
    public List<Standing> Page()
    {
        _heap.Sort(order);
        return _heap;
    }

    private bool Worse(in Standing a, in Standing b)
    {
        if (a.Primary != b.Primary)
        {
            return window.Backward ? a.Primary < b.Primary : a.Primary > b.Primary;
        }

        var compared = order.Compare(a, b);
        return window.Backward ? compared < 0 : compared > 0;
    }

    private void Rise(int at)
    {
        while (at > 0 && Worse(_heap[at], _heap[(at - 1) / 2]))
        {
            (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Sink()
    {
        var at = 0;
        while (true)
        {
            var (left, right, worst) = ((2 * at) + 1, (2 * at) + 2, at);
            worst = left < _heap.Count && Worse(_heap[left], _heap[worst]) ? left : worst;
            worst = right < _heap.Count && Worse(_heap[right], _heap[worst]) ? right : worst;
            if (worst == at)
            {
                return;
            }

            (_heap[at], _heap[worst]) = (_heap[worst], _heap[at]);
            at = worst;
        }
    }
}
