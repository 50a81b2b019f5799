using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>Each fragment is spread by some operation (section 5.5.1.4).</summary>
internal sealed class FragmentsMustBeUsed : ValidationRule
{
    public override void Finish()
    {
        if (Context.Fragments.Count == 0)
        {
            return;
        }

        var used = Context.Operations.SelectMany(Context.Reached).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in Context.Document.Definitions.OfType<FragmentNode>().Where(f => !used.Contains(f.Name)))
        {
            Context.Report(fragment, $"The fragment \"{fragment.Name}\" is never used.");
        }
    }
}
