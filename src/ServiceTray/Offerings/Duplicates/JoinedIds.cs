namespace ServiceTray.Offerings.Duplicates;

/// <summary>What was joined, as far as the pairs at hand tell: which ids went, and which one each of them went to.</summary>
internal sealed class JoinedIds
{
    private readonly Dictionary<Guid, Guid> went = [];

    public JoinedIds(IEnumerable<LikePair> pairs)
    {
        foreach (var pair in pairs.Where(pair => pair.State == PairState.Joined))
        {
            Add(pair);
        }
    }

    public void Add(LikePair pair) => went[pair.KeptId == pair.FirstId ? pair.SecondId : pair.FirstId] = pair.KeptId;

    /// <summary>Whether both went to the same one, or one of them to the other.</summary>
    public bool AreOne(Guid one, Guid other) => went.GetValueOrDefault(one, one) == went.GetValueOrDefault(other, other);

    /// <summary>Which of two stays when they are joined: the one to which others went already, so that a third goes there too; null: joining them is for a person to say.</summary>
    public Guid? StaysOf(Guid one, Guid other, Guid fuller) => (IsFree(one), IsFree(other)) switch
    {
        (true, true) => fuller,
        (true, false) when went.ContainsValue(other) => other,
        (false, true) when went.ContainsValue(one) => one,
        _ => null,
    };

    private bool IsFree(Guid id) => !went.ContainsKey(id) && !went.ContainsValue(id);
}
