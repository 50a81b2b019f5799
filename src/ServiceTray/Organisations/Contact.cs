using ServiceTray.Languages;

namespace ServiceTray.Organisations;

/// <summary>How to reach somebody: a number, an address or a page, with what it is for and when it answers.</summary>
internal sealed record Contact(ContactKind Kind, string Value, LocalizedText Label, LocalizedText Hours);

/// <summary>The way of a contact.</summary>
internal enum ContactKind
{
    Phone,
    Email,
    Web,
    Address,
}
