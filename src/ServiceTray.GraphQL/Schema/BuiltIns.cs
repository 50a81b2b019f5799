namespace ServiceTray.GraphQL.Schema;

/// <summary>What every schema holds: the five scalars, the directives and introspection (specification, sections 3.5, 3.13 and 4).</summary>
internal static class BuiltIns
{
    public const string SourceName = "the specification";

    /// <summary>The directives of the cost specification, for schemas that use them without a definition of their own.</summary>
    public static IReadOnlyList<(string Name, string Sdl)> CostDirectives { get; } =
    [
        ("cost", """
            "What it costs to answer the field, or a field of the type, or to take in the argument."
            directive @cost("A number; a field costs 1 else, an argument nothing." weight: String!) on OBJECT | SCALAR | ENUM | FIELD_DEFINITION | ARGUMENT_DEFINITION
            """),
        ("listSize", """
            "How long the field's list is, for the reckoning of costs."
            directive @listSize(
              "How long, when no argument tells." assumedSize: Int
              "The arguments that tell how long it is at most." slicingArguments: [String!]
              "The fields of the answer whose lists are meant, where the field is no list itself." sizedFields: [String!]
              "Whether exactly one of the arguments must be given." requireOneSlicingArgument: Boolean = true
            ) on FIELD_DEFINITION
            """),
    ];

    public const string Sdl = """"
        scalar Int scalar Float scalar String scalar Boolean scalar ID

        "Leaves out the field or fragment when true."
        directive @skip("When true, left out." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Takes in the field or fragment only when true."
        directive @include("When true, taken in." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "No longer to be used."
        directive @deprecated("Why, and what to use instead." reason: String! = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        "Where the scalar's form is specified."
        directive @specifiedBy("The address of the specification." url: String!) on SCALAR
        "Exactly one of the input object's fields is given, and it is not null."
        directive @oneOf on INPUT_OBJECT

        "The schema itself."
        type __Schema {
          description: String types: [__Type!]! queryType: __Type! mutationType: __Type subscriptionType: __Type directives: [__Directive!]!
        }
        "A type, named or wrapped."
        type __Type {
          kind: __TypeKind! name: String description: String specifiedByURL: String
          fields(includeDeprecated: Boolean = false): [__Field!] interfaces: [__Type!] possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean = false): [__EnumValue!] inputFields(includeDeprecated: Boolean = false): [__InputValue!]
          ofType: __Type isOneOf: Boolean
        }
        "What kind of type it is."
        enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
        "A field."
        type __Field {
          name: String! description: String args(includeDeprecated: Boolean = false): [__InputValue!]! type: __Type!
          isDeprecated: Boolean! deprecationReason: String
        }
        "An argument or an input field."
        type __InputValue {
          name: String! description: String type: __Type! defaultValue: String isDeprecated: Boolean! deprecationReason: String
        }
        "A value of an enum."
        type __EnumValue { name: String! description: String isDeprecated: Boolean! deprecationReason: String }
        "A directive."
        type __Directive {
          name: String! description: String isRepeatable: Boolean! locations: [__DirectiveLocation!]! args(includeDeprecated: Boolean = false): [__InputValue!]!
        }
        "Where a directive may stand."
        enum __DirectiveLocation {
          QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION SCHEMA SCALAR OBJECT
          FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION
        }
        """";
}
