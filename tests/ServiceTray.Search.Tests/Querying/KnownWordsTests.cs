using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

/// <summary>A word that was asked before is answered as if it were asked for the first time.</summary>
public sealed class KnownWordsTests
{
    private static readonly SearchQuery[] Questions =
    [
        .. from language in new[] { null, "fi", "sv", "en", "xx" }
           from words in new[] { "kissa", "ja kissa", "ja", "simma", "uimahlali", "xyzzy yxzzy zxyzy xzyzy zzyxy uimahlali" }
           from all in new[] { false, true }
           select new SearchQuery { Text = words, Language = language, AllWords = all, Page = new PageRequest(100), Now = World.Noon },
    ];

    [Fact]
    public void Also_after_the_index_has_changed()
    {
        var world = new World(8);
        var documents = Enumerable.Range(0, 40).Select(_ => world.Document()).Append(Swimming(1)).ToList();
        var changes = new List<Action<SearchIndex>> { index => index.Replace(documents, 1) };
        var asked = World.Index();
        for (var change = 1; change < 6; change++)
        {
            changes[^1](asked);
            // What was asked last before a change is asked first after it.
            foreach (var question in change % 2 == 0 ? Questions : Questions.Reverse())
            {
                asked.Search(question);
                asked.Search(question);
                var never = World.Index();
                changes.ForEach(each => each(never));
                var (expected, found) = (never.Search(question), asked.Search(question));
                Assert.Equal(expected.Hits.Select(hit => (hit.Key, hit.Score)), found.Hits.Select(hit => (hit.Key, hit.Score)));
            }

            var (added, gone, sequence) = (new[] { world.Document(), Swimming(change + 1) }, documents[change].Key, change + 1);
            changes.Add(index => index.Apply(added, [gone], sequence));
        }
    }

    private static IndexDocument Swimming(int number) => new World(number).Document() with
    {
        Texts = [new DocumentText("title", "fi", "Uimahalli ja koira"), new DocumentText("title", "sv", "Simma i simhallen"), new DocumentText("text", "en", "Kissa swims")],
    };
}
