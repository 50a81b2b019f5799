using ServiceTray.Search.Querying;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

public sealed class DocumentListTests
{
    [Theory]
    [InlineData(5, 6)]
    [InlineData(6, 5)]
    [InlineData(0, 1)]
    [InlineData(7, 7)]
    public void Has_one_place_more_than_what_may_come_however_often_it_is_used(int before, int most)
    {
        var list = new DocumentList();
        list.Fit(before);
        list.Fit(most);
        for (var document = 0; document < most; document++)
        {
            list.Room[0] = document;
            list.Take(1);
        }

        Assert.Equal(Enumerable.Range(0, most), list.Span.ToArray());
        Assert.NotEqual(0, list.Room.Length);
    }
}
