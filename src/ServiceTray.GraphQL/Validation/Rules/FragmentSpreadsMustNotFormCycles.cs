using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>No fragment takes itself in (section 5.5.2.2).</summary>
internal sealed class FragmentSpreadsMustNotFormCycles : ValidationRule
{
    private readonly Dictionary<string, bool> isDone = new(StringComparer.Ordinal);

    public override void Finish()
    {
        foreach (var fragment in Context.Fragments.Values)
        {
            Visit(fragment);
        }
    }

    // Nesting is bounded by the number of fragments, and so by the token limit.
    private void Visit(FragmentNode fragment)
    {
        if (!isDone.TryAdd(fragment.Name, false))
        {
            return;
        }

        foreach (var spread in Context.Spreads(fragment))
        {
            if (isDone.TryGetValue(spread.Name, out var done) && !done)
            {
                Context.Report(spread, $"The fragment \"{spread.Name}\" takes itself in.");
            }
            else if (Context.Fragments.TryGetValue(spread.Name, out var next))
            {
                Visit(next);
            }
        }

        isDone[fragment.Name] = true;
    }
}
