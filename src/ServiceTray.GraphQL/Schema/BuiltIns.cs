namespace ServiceTray.GraphQL.Schema;

/// <summary>What every schema holds: the five scalars, the directives and introspection (specification, sections 3.5, 3.13 and 4).</summary>
internal static class BuiltIns
{
    public const string SourceName = "the specification";

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
