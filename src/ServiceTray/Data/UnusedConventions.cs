using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace ServiceTray.Data;

/// <summary>The conventions that look for attributes and for properties that lead to other rows; no object here has either, and looking is a third of a start's mapping.</summary>
internal static class UnusedConventions
{
    private static readonly Type[] All =
    [
        typeof(BackingFieldAttributeConvention),
        typeof(BaseTypeDiscoveryConvention),
        typeof(ComplexTypeAttributeConvention),
        typeof(ConcurrencyCheckAttributeConvention),
        typeof(DatabaseGeneratedAttributeConvention),
        typeof(DeleteBehaviorAttributeConvention),
        typeof(EntityTypeConfigurationAttributeConvention),
        typeof(ForeignKeyAttributeConvention),
        typeof(IndexAttributeConvention),
        typeof(InversePropertyAttributeConvention),
        typeof(KeyAttributeConvention),
        typeof(KeylessAttributeConvention),
        typeof(MaxLengthAttributeConvention),
        typeof(NavigationBackingFieldAttributeConvention),
        typeof(NotMappedMemberAttributeConvention),
        typeof(NotMappedTypeAttributeConvention),
        typeof(OwnedAttributeConvention),
        typeof(PrecisionAttributeConvention),
        typeof(RelationalColumnAttributeConvention),
        typeof(RelationalColumnCommentAttributeConvention),
        typeof(RelationalTableAttributeConvention),
        typeof(RelationalTableCommentAttributeConvention),
        typeof(RelationshipDiscoveryConvention),
        typeof(RequiredNavigationAttributeConvention),
        typeof(RequiredPropertyAttributeConvention),
        typeof(ServicePropertyDiscoveryConvention),
        typeof(StringLengthAttributeConvention),
        typeof(TimestampAttributeConvention),
        typeof(UnicodeAttributeConvention),
    ];

    public static void RemoveFrom(ModelConfigurationBuilder configuration)
    {
        foreach (var convention in All)
        {
            configuration.Conventions.Remove(convention);
        }
    }
}
