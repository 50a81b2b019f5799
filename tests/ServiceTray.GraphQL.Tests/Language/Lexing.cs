using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Tests.Language;

public sealed class Lexing
{
    [Theory]
    [InlineData("\"a\\u00e4\\u{1F3CA}\\uD83C\\uDFCA\\n\"", "aä🏊🏊\n")]
    [InlineData("\"\"\"\n    one\n      two\n\n    three \\\"\"\"\n  \"\"\"", "one\n  two\n\nthree \"\"\"")]
    [InlineData("\"\"", "")]
    public void Reads_strings(string written, string value) => Assert.Equal(value, ((StringValueNode)Parser.ParseValue(written)).Text);

    [Theory]
    [InlineData("{ a(b: 01) }", 1, 9)]
    [InlineData("{ a(b: 1.) }", 1, 10)]
    [InlineData("{\n  a(b: \"x\n\") }", 2, 10)]
    [InlineData("{ a(b: \"\\q\") }", 1, 9)]
    [InlineData("{ a(b: \"\\uD800\") }", 1, 9)]
    [InlineData("{ \u00e4 }", 1, 3)]
    [InlineData("{ # \u00e4\u00e4\n 1a }", 2, 3)]
    [InlineData("{ a ", 1, 5)]
    public void Tells_where_a_text_is_wrong(string text, int line, int column)
    {
        var wrong = Assert.Throws<SyntaxException>(() => Parser.Parse(new Source(text)));
        Assert.Equal(new SourceLocation(line, column), wrong.ToError().Locations[0]);
    }
}
