using System.Text;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Validation;

/// <summary>Small documents that would cost a naive engine hours; each must end, with the error told here.</summary>
public sealed class CraftedDocuments
{
    public static TheoryData<string, string> Documents => new()
    {
        { "deep", "{ me " + string.Concat(Enumerable.Repeat("{ bestFriend ", 60)) + "{ id }" + new string('}', 61) },
        { "unfolding fragments", "{ me { ...F0 } } " + string.Concat(Enumerable.Range(0, 22).Select(i => $"fragment F{i} on Person {{ a: bestFriend {{ ...F{i + 1} }} b: bestFriend {{ ...F{i + 1} }} }} ")) + "fragment F22 on Person { id }" },
        { "guarded fragments", "query($x: Boolean!, $y: Boolean!) { me { ...F0 } } " + string.Concat(Enumerable.Range(0, 30).Select(i => $"fragment F{i} on Person {{ ...F{i + 1} @include(if: $x) ...F{i + 1} @include(if: $y) }} ")) + "fragment F30 on Person { id }" },
        { "ten thousand tokens", "{ " + string.Join(' ', Enumerable.Repeat("me { id }", 3000)) + " }" },
        { "aliases", "{ " + string.Join(' ', Enumerable.Range(0, 900).Select(i => $"a{i}: me {{ id }}")) + " }" },
        { "lists in lists", "{ people { friends { friends { friends { friends { friends { friends { friends { friends { friends { id } } } } } } } } } } }" },
        { "brackets", "{ echo(matrix: " + new string('[', 4000) },
        { "braces", string.Concat(Enumerable.Repeat("{ me ", 3000)) },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Are_refused_as_over_a_limit(string what, string document)
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.AskAsync(document, new { x = true, y = true });
        var code = answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
        Assert.True(code == "LIMIT_EXCEEDED", $"{what}: {answer}");
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task With_many_equal_fields_are_answered()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.AskAsync("{ me { " + string.Join(' ', Enumerable.Repeat("name age ... on Person { name }", 1000)) + " } }");
        Assert.Equal("""{"data":{"me":{"name":"Aino","age":27}}}""", answer.GetRawText());
    }

    [Fact]
    public async Task With_a_list_of_thousands_are_answered()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var list = new StringBuilder().AppendJoin(',', Enumerable.Repeat("1", 4000));
        var answer = await app.AskAsync($"{{ needs(n: 1, list: [{list}]) }}");
        Assert.EndsWith(",1],\"n\":1}", answer.GetProperty("data").GetProperty("needs").GetString(), StringComparison.Ordinal);
    }

    /// <summary>Far beyond the limits of a server, so that each rule by itself is seen to stay linear; a quadratic one would take hours.</summary>
    public static TheoryData<string, string> HugeDocuments => new()
    {
        { "LIMIT_EXCEEDED", "{ " + string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"a{i}: me {{ id }}")) + " }" },
        { "LIMIT_EXCEEDED", "{ " + string.Join(' ', Enumerable.Repeat("a: me { id }", 100_000)) + " }" },
        { "GRAPHQL_VALIDATION_FAILED", "{ me { ...F0 } } " + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"fragment F{i} on Person {{ id ...F{(i + 1) % 2_000} }} ")) },
        { "GRAPHQL_VALIDATION_FAILED", "{ me { " + string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"x: {(i == 19_999 ? "age" : "id")}")) + " } }" },
        { "GRAPHQL_VALIDATION_FAILED", "{ me { " + string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"... on Person {{ name(upper: {(i == 4_999 ? "true" : "false")}) }}")) + " } }" },
        { "GRAPHQL_VALIDATION_FAILED", "query(" + string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"$v{i}: Int")) + ") { me { id } }" },
        { "GRAPHQL_VALIDATION_FAILED", "{ me { id " + string.Join(' ', Enumerable.Repeat("@mark", 20_000)) + " @once @once } }" },
        { "GRAPHQL_VALIDATION_FAILED", "{ echo(filter: { " + string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"f{i}: 1")) + " }) }" },
    };

    [Theory]
    [MemberData(nameof(HugeDocuments))]
    public async Task Are_refused_however_large_they_are(string code, string document)
    {
        await using var app = await GraphQLApp.StartZooAsync(options => (options.MaxTokens, options.MaxBodyBytes) = (int.MaxValue, 16 * 1024 * 1024));
        var answer = await app.AskAsync(document);
        Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.False(answer.TryGetProperty("data", out _));
    }
}
