using System.Globalization;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Execution;

public sealed class Arguments
{
    private const string Sdl = """
        scalar Date scalar DateTime scalar Decimal
        enum Tongue { FI SV }
        input Span @oneOf { days: Int until: Date }
        input Wish { text: String kinds: [String!] span: Span near: Float = 20 }
        input Bag { some: Int = 7 any: Int = 7 text: String kinds: [String!] }
        type Query { bag(bag: Bag): String! plain(n: Int): Int! hello(tongue: Tongue): Greeting! wish(wish: Wish!): String! id(id: ID): String at(time: DateTime!): DateTime! price: Decimal! usual(tongue: Tongue): String! many(some: Int = 3, any: Int = 3, mood: Tongue = SV, wide: Boolean = true): String! }
        type Greeting { text(tongue: Tongue): String! inner(tongue: Tongue): Greeting! }
        """;

    internal enum Tongue
    {
        Fi,
        Sv,
    }

    [Theory]
    [InlineData("{ hello { text } }", "\"Hei\"")]
    [InlineData("{ hello(tongue: SV) { text } }", "\"Hej\"")]
    [InlineData("{ hello(tongue: SV) { text(tongue: FI) } }", "\"Hei\"")]
    [InlineData("{ hello(tongue: SV) { text(tongue: null) } }", "\"Hej\"")]
    public async Task Take_an_enclosing_field_s_value_when_their_own_is_absent_or_null(string query, string text)
    {
        await using var app = await StartAsync();
        Assert.Equal("{\"data\":{\"hello\":{\"text\":" + text + "}}}", (await app.AskAsync(query)).GetRawText());
    }

    [Fact]
    public async Task Take_the_nearest_enclosing_field_s_value_also_through_fragments()
    {
        await using var app = await StartAsync();
        var answer = await app.AskAsync("query($v: Tongue) { a: hello(tongue: SV) { inner(tongue: $v) { ...F } } b: hello(tongue: FI) { ...F } } fragment F on Greeting { text }", new { v = (string?)null });
        Assert.Equal("""{"data":{"a":{"inner":{"text":"Hej"}},"b":{"text":"Hei"}}}""", answer.GetRawText());
    }

    [Theory]
    [InlineData("{ wish(wish: {}) }", "Wish { Text = , Kinds = any, Near = 20, Span =  }")]
    [InlineData("{ wish(wish: { text: \"a\", kinds: \"b\", near: 1, span: { days: 3 } }) }", "Wish { Text = a, Kinds = b, Near = 1, Span = Span { Days = 3, Until =  } }")]
    public async Task Bind_input_objects_to_records(string query, string wish)
    {
        await using var app = await StartAsync();
        Assert.Equal(wish, (await app.AskAsync(query)).GetProperty("data").GetProperty("wish").GetString());
    }

    [Theory]
    [InlineData("{ wish(wish: { span: { days: 3, until: null } }) }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ wish(wish: { text: \"refuse\" }) }", "TEXT_REFUSED")]
    public async Task Are_refused_with_a_code(string query, string code)
    {
        await using var app = await StartAsync();
        var error = (await app.AskAsync(query)).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-00000000000A", "00000000-0000-0000-0000-00000000000a")]
    [InlineData("no uuid", "none")]
    public async Task Read_an_id_as_guid_null_when_malformed(string id, string spelled)
    {
        await using var app = await StartAsync();
        Assert.Equal(spelled, (await app.AskAsync("query($id: ID) { id(id: $id) }", new { id })).GetProperty("data").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Write_times_in_the_zone_that_is_set()
    {
        await using var app = await StartAsync();
        var answer = await app.AskAsync("{ at(time: \"2026-07-01T10:00:00.5Z\") price }");
        Assert.Equal("""{"data":{"at":"2026-07-01T13:00:00.500+03:00","price":12.50}}""", answer.GetRawText());
    }

    [Theory]
    [InlineData("{ usual }", "Sv")]
    [InlineData("{ usual(tongue: FI) }", "Fi")]
    [InlineData("query($t: Tongue) { usual(tongue: $t) }", "Sv")]
    public async Task Take_the_parameter_s_default_when_absent(string query, string spelled)
    {
        await using var app = await StartAsync();
        Assert.Equal(spelled, (await app.AskAsync(query)).GetProperty("data").GetProperty("usual").GetString());
    }

    [Theory]
    [InlineData("{ many }", "3 3 Sv True")]
    [InlineData("{ many(some: 5, any: 6, mood: FI, wide: false) }", "5 6 Fi False")]
    [InlineData("{ many(some: null, any: null, mood: null, wide: null) }", "3 null Sv True")]
    [InlineData("query($n: Int, $t: Tongue, $b: Boolean) { many(some: $n, any: $n, mood: $t, wide: $b) }", "3 null Sv True")]
    public async Task Take_the_schema_s_default_for_a_null_that_the_parameter_cannot_hold(string query, string spelled)
    {
        await using var app = await StartAsync();
        Assert.Equal(spelled, (await app.AskAsync(query, new { n = (int?)null, t = (string?)null, b = (bool?)null })).GetProperty("data").GetProperty("many").GetString());
    }

    // An explicit null is null, as in graphql-js; where the code cannot hold one, the schema's default stands in, and without one it is an error.
    [Theory]
    [InlineData("{ bag(bag: {}) }", "7 7 x none")]
    [InlineData("{ bag(bag: { some: 1, any: 2, text: \"t\", kinds: [\"k\"] }) }", "1 2 t k")]
    [InlineData("{ bag(bag: { some: null, any: null }) }", "7 null x none")]
    [InlineData("query($n: Int) { bag(bag: { some: $n, any: $n }) }", "7 null x none")]
    [InlineData("query($b: Bag) { bag(bag: $b) }", "7 null x none")]
    [InlineData("{ usual(tongue: null) }", "none")]
    public async Task Tell_an_explicit_null_from_what_is_absent(string query, string spelled)
    {
        await using var app = await StartAsync();
        var data = (await app.AskAsync(query, new { n = (int?)null, b = new { some = (int?)null, any = (int?)null } })).GetProperty("data");
        Assert.Equal(spelled, data.EnumerateObject().Single().Value.GetString());
    }

    [Theory]
    [InlineData("{ bag(bag: { text: null }) }", "text")]
    [InlineData("{ bag(bag: { kinds: null }) }", "kinds")]
    [InlineData("{ plain(n: null) }", "n")]
    public async Task Refuse_a_null_that_the_code_cannot_hold_and_the_schema_has_no_default_for(string query, string name)
    {
        await using var app = await StartAsync();
        var answer = await app.AskAsync(query);
        var error = answer.GetProperty("errors")[0];
        Assert.Equal("VARIABLE_INVALID", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains($"\"{name}\"", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(error.TryGetProperty("path", out _));
    }

    private static Task<GraphQLApp> StartAsync() => GraphQLApp.StartAsync(graphql => graphql
        .AddSchema("Arguments.graphql", Sdl)
        .Bind<Tongue>().Bind<Greeting>()
        .AddResolvers(typeof(Queries), On.Query)
        .AddResolvers(typeof(Greetings), On.Type("Greeting"))
        .OnError(e => e is ArgumentException ? new GraphQLError(e.Message, "TEXT_REFUSED") : null)
        .Configure(options => options.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki")));

    internal sealed record Greeting;

    internal sealed record Span(int? Days, DateOnly? Until);

    internal sealed record Wish(string? Text, IReadOnlyList<string>? Kinds, double Near)
    {
        public string? Text { get; } = Text == "refuse" ? throw new ArgumentException("no", nameof(Text)) : Text;

        public Span? Span { get; init; }
    }

    internal sealed record Bag(int Some, int? Any, string Text = "x")
    {
        public IReadOnlyList<string> Kinds { get; init; } = ["none"];
    }

    internal static class Queries
    {
        public static string Bag(Bag? bag) => bag is null ? "no bag" : $"{bag.Some} {bag.Any?.ToString(CultureInfo.InvariantCulture) ?? "null"} {bag.Text} {string.Join('+', bag.Kinds)}";

        public static int Plain(int n) => n;

        public static Greeting Hello(Tongue? tongue) => tongue is { } t && !Enum.IsDefined(t) ? throw new ArgumentOutOfRangeException(nameof(tongue)) : new();

        public static string Wish(Wish wish) => $"Wish {{ Text = {wish.Text}, Kinds = {string.Join('+', wish.Kinds ?? ["any"])}, Near = {wish.Near}, Span = {wish.Span} }}";

        public static string Id(Guid? id) => id?.ToString() ?? "none";

        public static DateTimeOffset At(DateTimeOffset time) => time;

        public static decimal Price() => 12.50m;

        public static string Many(int some, int? any, Tongue mood, bool wide) => $"{some} {any?.ToString(CultureInfo.InvariantCulture) ?? "null"} {mood} {wide}";

        public static string Usual(Tongue? tongue = Tongue.Sv) => tongue?.ToString() ?? "none";
    }

    internal static class Greetings
    {
        public static string Text(Greeting greeting, [Enclosing] Tongue? tongue) => greeting is not null && tongue == Tongue.Sv ? "Hej" : "Hei";

        public static Greeting Inner(Greeting greeting, Tongue? tongue) => tongue is null ? greeting : new Greeting();
    }
}
