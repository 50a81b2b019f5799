using System.Collections.Frozen;
using System.Globalization;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Ptv;

/// <summary>Target groups into audiences. All residents only when no group within them is named, as those who fill the register mean it.</summary>
internal static class PtvAudiencesReader
{
    // Both lists hold the same seventeen groups in one order: the old one numbers them from v2001, the new one names them.
    private static readonly FrozenDictionary<string, Group> Groups = new (string Code, Group Group)[]
    {
        ("KR1", Group.Residents),
        ("KR1.1", Group.OlderPeople),
        ("KR1.2", Group.Families),
        ("KR1.3", Group.Youth),
        ("KR1.4", Group.LongTermIll),
        ("KR1.5", Group.Abroad),
        ("KR1.6", Group.Disabled),
        ("KR2", Group.NotResidents),
        ("KR2.1", Group.NotResidents),
        ("KR2.2", Group.NotResidents),
        ("KR2.3", Group.NotResidents),
        ("KR2.4", Group.NotResidents),
        ("KR2.5", Group.NotResidents),
        ("KR2.6", Group.NotResidents),
        ("KR2.7", Group.NotResidents),
        ("KR2.8", Group.NotResidents),
        ("KR3", Group.NotResidents),
    }.SelectMany((row, i) => new[]
    {
        KeyValuePair.Create($"http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/{row.Code}", row.Group),
        KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"http://urn.fi/URN:NBN:fi:au:ptvl:v{2001 + i}"), row.Group),
    }).ToFrozenDictionary(StringComparer.Ordinal);

    private enum Group
    {
        Residents,
        OlderPeople,
        Families,
        Youth,
        LongTermIll,
        Abroad,
        Disabled,
        NotResidents,
    }

    /// <summary>The audiences; null: only businesses, bodies or authorities are meant. None: not told, or only people who live abroad.</summary>
    public static IReadOnlyList<AudienceCode>? Read(PtvService service)
    {
        var groups = service.TargetGroups.Told()
            .Where(term => term.Uri is not null && Groups.ContainsKey(term.Uri))
            .Select(term => Groups[term.Uri!])
            .ToHashSet();
        if (groups.Count == 0)
        {
            return [];
        }

        if (groups.All(group => group == Group.NotResidents))
        {
            return null;
        }

        var within = groups.Where(group => group is not (Group.Residents or Group.NotResidents)).Order().ToList();
        return within.Count == 0 ? [AudienceCode.All] : [.. within.SelectMany(Audiences)];
    }

    private static AudienceCode[] Audiences(Group group) => group switch
    {
        Group.OlderPeople => [AudienceCode.OlderPeople],
        Group.Families => [AudienceCode.Children, AudienceCode.Families],
        Group.Youth => [AudienceCode.Youth],
        Group.LongTermIll => [AudienceCode.LongTermIll],
        Group.Disabled => [AudienceCode.Disabled],
        _ => [],
    };
}
