using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import;

/// <summary>A record on its way in, already in the tray's own terms.</summary>
internal abstract record IncomingRecord;

/// <summary>An organisation on its way in; one that is only named says no more than that, and leaves a known one as it is.</summary>
internal sealed record IncomingOrganisation(Organisation Organisation, bool OnlyNamed = false) : IncomingRecord;

/// <summary>A place on its way in.</summary>
internal sealed record IncomingPlace(Place Place) : IncomingRecord;

/// <summary>An offering on its way in, with the rules that gave it its themes (without a theme it is counted and not shown), and what its source calls the dates that it put off and tells no day of.</summary>
internal sealed record IncomingOffering(Offering Offering, IReadOnlyList<string> TakenBy, IReadOnlyList<string>? PutOff = null) : IncomingRecord;

/// <summary>An offering that the source says is gone, by its id here.</summary>
internal sealed record IncomingRemoval(Guid Id) : IncomingRecord;

/// <summary>An offering that the source still has and that cannot be read now: what is known of it stays as it is.</summary>
internal sealed record IncomingUnread(Guid Id) : IncomingRecord;
