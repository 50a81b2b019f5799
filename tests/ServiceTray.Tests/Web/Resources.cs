using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ServiceTray.Languages;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>The tray's own words are there in all three languages, and say the same things.</summary>
public sealed class Resources
{
    private static readonly string[] Cultures = ["", "sv", "en"];

    public static TheoryData<string> Rooms => [.. typeof(Wording).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith("Texts.resources", StringComparison.Ordinal))
        .Select(name => name[..^".resources".Length])];

    [Fact]
    public void Of_every_room_with_pages_are_read() => Assert.True(Rooms.Count >= 3);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Have_the_same_keys_in_every_language(string room)
    {
        var keys = Cultures.Select(culture => Words(room, culture).Keys.Order(StringComparer.Ordinal).ToList()).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(keys[0], keys[2]);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Have_words_for_every_key_with_values_in_the_same_places(string room)
    {
        var finnish = Words(room, "");
        foreach (var culture in Cultures)
        {
            var words = Words(room, culture);
            Assert.All(words, pair => Assert.False(string.IsNullOrWhiteSpace(pair.Value), pair.Key));
            Assert.All(words, pair => Assert.Equal((pair.Key, Places(finnish[pair.Key])), (pair.Key, Places(pair.Value))));
        }
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Are_translated_and_not_copied(string room)
    {
        // A sentence is never the same in two of these languages.
        var finnish = Words(room, "");
        foreach (var culture in Cultures.Skip(1))
        {
            var words = Words(room, culture);
            Assert.DoesNotContain(finnish, pair => Regex.Count(pair.Value, @"\p{L}{2,}") >= 3 && words[pair.Key] == pair.Value);
        }
    }

    private static string Places(string words) =>
        string.Join(" ", Regex.Matches(words, @"\{\d[^}]*\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Words(string room, string culture)
    {
        var set = new ResourceManager(room, typeof(Wording).Assembly).GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false);
        Assert.True(set is not null, $"{room} has no resources in '{culture}'.");
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }
}
