using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.GraphQL.Http;
using ServiceTray.GraphQL.Tests.Support;
using ServiceTray.GraphQL.Tests.Zoo;

namespace ServiceTray.GraphQL.Tests.Http;

/// <summary>What may happen to a stream of events, each over real HTTP.</summary>
public sealed class SubscriptionStreams
{
    private const string Sdl = """
        type Query { ok: Int! }
        type Subscription {
          refused: Int!
          broken(after: Int!): Int!
          empty(maybe: Boolean!): Int!
          person(numbers: [Int!]!): Person!
          quiet: Int!
          endless: Int!
        }
        type Person { id: ID! friend: Person }
        """;

    private const string End = "event: complete\ndata:\n\n";

    [Fact]
    public async Task Tell_why_they_cannot_begin_and_end()
    {
        await using var app = await StartAsync();
        var body = await StreamAsync(app, "subscription { refused }");
        Assert.StartsWith("event: next\ndata: {\"errors\":[{\"message\":\"Not today.\"", body, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"refused\"],\"extensions\":{\"code\":\"CLOSED\"}}],\"data\":null}", body, StringComparison.Ordinal);
        Assert.EndsWith(End, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tell_why_they_break_off_after_what_was_sent()
    {
        await using var app = await StartAsync();
        var body = await StreamAsync(app, "subscription { broken(after: 2) }");
        Assert.StartsWith("event: next\ndata: {\"data\":{\"broken\":1}}\n\nevent: next\ndata: {\"data\":{\"broken\":2}}\n\nevent: next\ndata: {\"errors\":[", body, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"INTERNAL\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.EndsWith(End, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Go_on_after_an_event_that_is_null_where_it_may_not()
    {
        await using var app = await StartAsync();
        var body = await StreamAsync(app, "subscription { empty(maybe: true) }");
        Assert.Contains("{\"data\":null,\"errors\":[{", body, StringComparison.Ordinal);
        Assert.Contains("{\"data\":{\"empty\":2}}", body, StringComparison.Ordinal);
        Assert.EndsWith(End, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_anew_for_each_event()
    {
        await using var app = await StartAsync();
        var body = await StreamAsync(app, "subscription { person(numbers: [1, 1]) { id a: friend { id } b: friend { id } } }");
        const string Event = "event: next\ndata: {\"data\":{\"person\":{\"id\":\"p1\",\"a\":{\"id\":\"p2\"},\"b\":{\"id\":\"p2\"}}}}\n\n";
        Assert.Equal(Event + Event + End, body);
        Assert.Equal([[2], [2]], app.Services.GetRequiredService<FetchLog>().Batches);
    }

    [Theory]
    [InlineData("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { refused quiet }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription($n: Int!) { broken(after: $n) }", "VARIABLE_INVALID")]
    public async Task Do_not_begin_for_what_is_invalid(string query, string code)
    {
        await using var app = await StartAsync();
        var (status, body) = await app.PostAsync($"{{\"query\":\"{query}\"}}", "text/event-stream");
        Assert.Equal(400, status);
        Assert.Contains(code, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_in_quiet_times_that_they_live()
    {
        await using var app = await StartAsync(options => options.Heartbeat = TimeSpan.FromMilliseconds(20));
        using var answer = await OpenAsync(app, "subscription { quiet }");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(":", await lines.ReadLineAsync());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        app.Services.GetRequiredService<Gate>().Open.SetResult();
        var rest = await lines.ReadToEndAsync();
        Assert.EndsWith("event: next\ndata: {\"data\":{\"quiet\":1}}\n\n" + End, rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_ended_at_their_source_when_the_caller_goes()
    {
        await using var app = await StartAsync();
        var gate = app.Services.GetRequiredService<Gate>();
        using (var answer = await OpenAsync(app, "subscription { endless }"))
        {
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
            Assert.Equal("event: next", await lines.ReadLineAsync());
        }

        await gate.Ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Limit_the_time_of_each_event_and_go_on()
    {
        await using var app = await StartAsync(options => options.Timeout = TimeSpan.FromMilliseconds(50));
        var body = await StreamAsync(app, "subscription { person(numbers: [6, 1]) { id friend { id } } }");
        Assert.Contains("\"code\":\"TIMEOUT\"", body, StringComparison.Ordinal);
        Assert.EndsWith(End, body, StringComparison.Ordinal);
    }

    private static async Task<string> StreamAsync(GraphQLApp app, string query)
    {
        using var answer = await OpenAsync(app, query);
        Assert.Equal("text/event-stream; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return await answer.Content.ReadAsStringAsync();
    }

    // By GET, as a browser's EventSource does.
    private static async Task<HttpResponseMessage> OpenAsync(GraphQLApp app, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        return await app.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static Task<GraphQLApp> StartAsync(Action<GraphQLOptions>? configure = null) => GraphQLApp.StartAsync(
        graphql => graphql
            .AddSchema("Streams.graphql", Sdl)
            .Bind<Person>()
            .AddResolvers(typeof(Queries), On.Query)
            .AddResolvers(typeof(Streams), On.Subscription)
            .AddResolvers(typeof(Friends), On.Type("Person"))
            .AddLoader<PersonLoader>()
            .Configure(configure ?? (_ => { })),
        services => services.AddSingleton<FetchLog>().AddSingleton<Gate>());

    internal sealed class Gate
    {
        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    internal static class Queries
    {
        public static int Ok() => 1;
    }

    internal static class Friends
    {
        // The sixth never comes.
        public static async Task<Person?> FriendAsync(Person person, PersonLoader people) =>
            person.Number == 6 ? await new TaskCompletionSource<Person?>().Task : await people.LoadAsync(person.Number + 1);
    }

    internal static class Streams
    {
        public static IAsyncEnumerable<int> Refused() => throw new GraphQLException(new GraphQLError("Not today.", "CLOSED"));

        public static async IAsyncEnumerable<int> Broken(int after)
        {
            for (var i = 1; i <= after; i++)
            {
                await Task.Yield();
                yield return i;
            }

            throw new InvalidOperationException("secret");
        }

        public static async IAsyncEnumerable<int?> Empty(bool maybe)
        {
            await Task.Yield();
            yield return maybe ? null : 1;
            yield return 2;
        }

        public static async IAsyncEnumerable<Person> Person(IReadOnlyList<int> numbers)
        {
            foreach (var number in numbers)
            {
                await Task.Yield();
                yield return new Person(number);
            }
        }

        public static async IAsyncEnumerable<int> Quiet(Gate gate)
        {
            await gate.Open.Task;
            yield return 1;
        }

        public static async IAsyncEnumerable<int> Endless(Gate gate, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                yield return 1;
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                gate.Ended.SetResult();
            }
        }
    }
}
