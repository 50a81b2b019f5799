using System.Globalization;
using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

/// <summary>Holds scores to those that Lucene's BM25Similarity gives, recorded by <c>Oracle/record-bm25.sh</c>.</summary>
public sealed class LuceneScoresTests
{
    [Fact]
    public void Equal_Lucenes_to_four_digits_with_one_field_on_documents_of_at_most_forty_words()
    {
        var rows = OracleRecord.Rows("bm25.tsv.gz").ToList();
        var documents = rows.Where(row => row[0] == "document").Select(row => row[1]).ToList();
        var index = new SearchIndex(new IndexSchema([new TextField("text", 1)], [], []), new SearchOptions { FinnishChain = FinnishChain.Managed });
        index.Replace(documents.Select((text, number) => new IndexDocument { Key = Key(number), Texts = [new DocumentText("text", "xx", text)] }), 1);
        var scores = 0;
        foreach (var row in rows.Where(row => row[0] == "query"))
        {
            var expected = row[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':'))
                .ToDictionary(pair => Key(int.Parse(pair[0], CultureInfo.InvariantCulture)), pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
            var found = index.Search(new SearchQuery { Text = row[1], Language = "xx", Page = new PageRequest(1_000) }).Hits.ToDictionary(hit => hit.Key, hit => hit.Score);
            Assert.Equal(expected.Keys.Order(), found.Keys.Order());
            Assert.All(expected, each => Assert.InRange(found[each.Key] / each.Value, 1 - 1e-4, 1 + 1e-4));
            scores += expected.Count;
        }

        Assert.True(scores > 1_000, "The record was not read.");
    }

    private static Guid Key(int number) => new(number, 0, 0, new byte[8]);
}
