namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>An operation without name stands alone (section 5.2.3.1).</summary>
internal sealed class LoneAnonymousOperation : ValidationRule
{
    public override void Finish()
    {
        if (Context.Operations.Skip(1).Any())
        {
            foreach (var operation in Context.Operations.Where(o => o.Name is null))
            {
                Context.Report(operation, "An operation without a name must be the only one.");
            }
        }
    }
}
