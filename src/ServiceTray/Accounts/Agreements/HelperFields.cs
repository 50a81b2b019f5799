using ServiceTray.Organisations;

namespace ServiceTray.Accounts.Agreements;

/// <summary>What a helper tells over GraphQL besides her own members.</summary>
internal static class HelperFields
{
    public static Guid Id(HelperPerson helper) => helper.Account;
}

/// <summary>What an agreement tells.</summary>
internal static class HelperAgreementFields
{
    public static Guid Id(AgreedHelp agreed) => agreed.Agreement.Id;

    public static ValueTask<Organisation?> OrganisationAsync(AgreedHelp agreed, OrganisationLoader organisations) => organisations.LoadAsync(agreed.Agreement.Organisation);

    public static Guid Helper(AgreedHelp agreed) => agreed.Agreement.Helper;

    public static DateTimeOffset AgreedAt(AgreedHelp agreed) => agreed.Agreement.AgreedAt;

    public static DateTimeOffset? EndedAt(AgreedHelp agreed) => agreed.Agreement.EndedAt;
}
