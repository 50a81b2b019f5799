namespace ServiceTray.Tests.Walls;

/// <summary>The rooms and whom each may know, as the paper of the house has it.</summary>
internal static class House
{
    /// <summary>At the bottom: every room may use them, they use nobody.</summary>
    public static readonly string[] Ground = ["Languages", "Refusals", "Calendar", "Codes"];

    private static readonly string[] All = ["*"];

    /// <summary>Room → the rooms it may know, beside the ground and Data's TrayContext.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Rooms = new Dictionary<string, string[]>
    {
        ["Languages"] = [],
        ["Refusals"] = [],
        ["Calendar"] = [],
        ["Codes"] = ["Refusals"],
        ["Outbox"] = [],
        ["Places"] = [],
        ["Themes"] = [],
        ["Pictures"] = [],
        ["Needs"] = ["Themes"],
        ["Organisations"] = ["Places", "Themes"],
        ["Offerings"] = ["Places", "Themes", "Needs", "Organisations", "Pictures"],
        ["Accounts"] = ["Places", "Organisations", "Outbox"],
        ["Publishing"] = ["Places", "Themes", "Organisations", "Pictures", "Offerings", "Accounts", "Outbox"],
        ["Trays"] = ["Places", "Themes", "Organisations", "Offerings", "Accounts", "Guidance", "Outbox"],
        ["Surveys"] = ["Places", "Themes", "Organisations", "Offerings", "Trays", "Accounts", "Guidance"],
        ["Referrals"] = ["Places", "Themes", "Organisations", "Offerings", "Trays", "Surveys", "Accounts", "Guidance", "Outbox"],
        ["Feedback"] = ["Places", "Themes", "Organisations", "Offerings", "Accounts", "Outbox"],
        ["Guidance"] = ["Places", "Themes", "Organisations", "Offerings", "Accounts"],
        ["Statistics"] = All,
        ["Import"] = ["Places", "Themes", "Organisations", "Offerings"],
        ["Connections"] = ["Places", "Themes", "Organisations", "Offerings", "Accounts", "Publishing", "Import"],
        ["Export"] = ["Places", "Themes", "Organisations", "Offerings", "Trays", "Surveys", "Referrals", "Feedback", "Guidance", "Statistics", "Import"],
        ["Data"] = All,
        ["Web"] = All,
        ["Commands"] = All,
    };

    /// <summary>Rooms that know an engine.</summary>
    public static readonly string[] Searchers = ["Offerings"];

    public static bool MayKnow(string room, string other) =>
        room == other || Rooms[room] == All || Rooms[room].Contains(other) || (Ground.Contains(other) && !Ground.Contains(room));
}
