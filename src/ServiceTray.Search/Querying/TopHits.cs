namespace ServiceTray.Search.Querying;

/// <summary>Keeps the hits of a page while all hits pass by: a heap with the worst kept hit on top.</summary>
internal sealed class TopHits
{
    private readonly StandingOrder _order;
    private readonly PageWindow _window;
    private readonly List<Standing> _heap;
    private int _inWindow;

    /// <summary>Keeps them in a list that no other search uses at the time.</summary>
    public TopHits(StandingOrder order, PageWindow window, List<Standing> heap)
    {
        (_order, _window, _heap) = (order, window, heap);
        heap.Clear();
    }

    /// <summary>Whether hits stand before the page.</summary>
    public bool HasPrevious => _window.Backward ? _inWindow > _heap.Count || SawBefore : SawBefore;

    /// <summary>Whether hits follow the page.</summary>
    public bool HasNext => _window.Backward ? SawAfter : _inWindow > _heap.Count || SawAfter;

    private bool SawBefore { get; set; }

    private bool SawAfter { get; set; }

    /// <summary>What is worse than this in the order's value cannot come onto the page and need only be counted (<see cref="PassBy"/>); it only becomes better.</summary>
    public long Worst =>
        _window.Backward || _window.Before is not null || _heap.Count < _window.Size ? long.MaxValue
        : _window.Size > 0 ? _heap[0].Primary
        : _window.After is null ? long.MinValue
        : long.MaxValue;

    /// <summary>Counts so many hits that cannot come onto the page.</summary>
    public void PassBy(int hits) => _inWindow += hits;

    /// <summary>Takes a hit.</summary>
    public void Add(in Standing hit)
    {
        if (_window.After is { } after && _order.Compare(hit, after) <= 0)
        {
            SawBefore = true;
            return;
        }

        if (_window.Before is { } before && _order.Compare(hit, before) >= 0)
        {
            SawAfter = true;
            return;
        }

        _inWindow++;
        if (_heap.Count < _window.Size)
        {
            _heap.Add(hit);
            Rise(_heap.Count - 1);
        }
        else if (_window.Size > 0 && Worse(_heap[0], hit))
        {
            _heap[0] = hit;
            Sink();
        }
    }

    /// <summary>The page, in _order; ends the keeping.</summary>
    public List<Standing> Page()
    {
        _heap.Sort(_order);
        return _heap;
    }

    private bool Worse(in Standing a, in Standing b)
    {
        if (a.Primary != b.Primary)
        {
            return _window.Backward ? a.Primary < b.Primary : a.Primary > b.Primary;
        }

        var compared = _order.Compare(a, b);
        return _window.Backward ? compared < 0 : compared > 0;
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
