using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;
using ServiceTray.GraphQL.Validation.Rules;

namespace ServiceTray.GraphQL.Validation;

/// <summary>Holds a document against all rules of the specification's section 5, in one walk.</summary>
internal static class DocumentValidator
{
    public static IReadOnlyList<GraphQLError> Validate(TypeSystem schema, DocumentNode document, int maxErrors = 100)
    {
        var context = new ValidationContext(schema, document, maxErrors);
        var rules = AllRules();
        foreach (var rule in rules)
        {
            rule.Begin(context);
        }

        new DocumentWalker(context, rules).Walk();
        foreach (var rule in rules)
        {
            rule.Finish();
        }

        if (context.Errors.Count == 0)
        {
            // Only a document whose fields and fragments are known to be sound can be unfolded.
            FieldSelectionMerging.Check(context);
        }

        return context.Errors;
    }

    private static ValidationRule[] AllRules() =>
    [
        new ExecutableDefinitions(),
        new OperationTypeExistence(),
        new OperationNameUniqueness(),
        new LoneAnonymousOperation(),
        new SingleRootField(),
        new FieldSelections(),
        new LeafFieldSelections(),
        new ArgumentNames(),
        new ArgumentUniqueness(),
        new RequiredArguments(),
        new FragmentNameUniqueness(),
        new FragmentSpreadTypeExistence(),
        new FragmentsOnCompositeTypes(),
        new FragmentsMustBeUsed(),
        new FragmentSpreadTargetDefined(),
        new FragmentSpreadsMustNotFormCycles(),
        new FragmentSpreadIsPossible(),
        new ValuesOfCorrectType(),
        new InputObjectFieldNames(),
        new InputObjectFieldUniqueness(),
        new InputObjectRequiredFields(),
        new DirectivesAreDefined(),
        new DirectivesAreInValidLocations(),
        new DirectivesAreUniquePerLocation(),
        new VariableUniqueness(),
        new VariablesAreInputTypes(),
        new AllVariableUsesDefined(),
        new AllVariablesUsed(),
        new AllVariableUsagesAreAllowed(),
    ];
}
