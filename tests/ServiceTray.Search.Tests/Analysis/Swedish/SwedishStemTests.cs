using ServiceTray.Search.Analysis.Swedish;
using Xunit;

namespace ServiceTray.Search.Tests.Analysis.Swedish;

public sealed class SwedishStemTests
{
    [Theory]
    [InlineData("promenad", "promenader", "promenaden", "promenaderna")]
    [InlineData("grupp", "grupper", "gruppen", "gruppernas")]
    [InlineData("ensam", "ensamma", "ensamhet", "ensamheten")]
    public void Brings_the_forms_of_a_word_near(params string[] forms) =>
        Assert.All(forms, form => Assert.StartsWith(SwedishStem.Of(forms[0])[..^1], SwedishStem.Of(form), StringComparison.Ordinal));

    // From the sample vocabulary on the algorithm's own page at snowballstem.org.
    [Theory]
    [InlineData("jaktkarlarne", "jaktkarl")]
    [InlineData("jaktkarlens", "jaktkarl")]
    [InlineData("klostergården", "klostergård")]
    [InlineData("klockorna", "klock")]
    public void Stems_as_the_algorithm_does(string word, string stem) => Assert.Equal(stem, SwedishStem.Of(word));
}
