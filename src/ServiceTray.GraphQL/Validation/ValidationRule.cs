using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation;

/// <summary>One rule of the specification's section 5. Made anew for each document; the walker calls what it overrides, in document order.</summary>
internal abstract class ValidationRule
{
    protected ValidationContext Context { get; private set; } = null!;

    public void Begin(ValidationContext context) => Context = context;

    public virtual void Definition(DefinitionNode node)
    {
    }

    public virtual void Variable(VariableNode node)
    {
    }

    /// <summary>A field.</summary>
    /// <param name="node">The field.</param>
    /// <param name="parent">The type it is asked of; null when that is unknown.</param>
    /// <param name="definition">Its definition; null when the type has none of that name.</param>
    public virtual void Field(FieldNode node, NamedType? parent, FieldDefinition? definition)
    {
    }

    public virtual void InlineFragment(InlineFragmentNode node, NamedType? parent)
    {
    }

    /// <summary>The type that a fragment is on, named or inline.</summary>
    public virtual void FragmentType(NamedTypeNode node)
    {
    }

    public virtual void Spread(SpreadNode node, NamedType? parent)
    {
    }

    /// <summary>All directives at one place.</summary>
    public virtual void Directives(IReadOnlyList<DirectiveNode> nodes, string location)
    {
    }

    /// <summary>The arguments of a field or directive; the definitions are null when the owner is unknown.</summary>
    public virtual void Arguments(SyntaxNode owner, string name, IReadOnlyList<ArgumentNode> nodes, OrderedDictionary<string, InputDefinition>? definitions)
    {
    }

    /// <summary>A value, and each value within it; the type is null when it is unknown.</summary>
    public virtual void Value(ValueNode node, SchemaType? type)
    {
    }

    /// <summary>When the whole document has been walked.</summary>
    public virtual void Finish()
    {
    }
}
