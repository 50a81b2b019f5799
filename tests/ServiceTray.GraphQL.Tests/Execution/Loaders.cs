using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.GraphQL.Http;
using ServiceTray.GraphQL.Tests.Support;
using ServiceTray.GraphQL.Tests.Zoo;

namespace ServiceTray.GraphQL.Tests.Execution;

public sealed class Loaders
{
    [Fact]
    public async Task Fetch_once_for_all_siblings_and_items_of_a_level()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.AskAsync("{ people(first: 4) { id later { id later { id } } } me { later { id } } }");
        Assert.Equal("p2", answer.GetProperty("data").GetProperty("me").GetProperty("later").GetProperty("id").GetString());
        var batches = app.Services.GetRequiredService<FetchLog>().Batches;
        Assert.Equal(2, batches.Count);
        Assert.Equal([2, 3, 5], batches[0].Order());
        Assert.Equal([6], batches[1]); // 3 is asked for again and held from the first batch.
    }

    [Fact]
    public async Task Fetch_anew_for_each_request()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        await app.AskAsync("{ me { later { id } } }");
        await app.AskAsync("{ me { later { id } } }");
        Assert.Equal(2, app.Services.GetRequiredService<FetchLog>().Batches.Count);
    }

    [Fact]
    public async Task Give_null_for_what_is_not_found()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.AskAsync("{ person(id: \"p6\") { later { id } } }");
        Assert.Equal("{\"data\":{\"person\":{\"later\":null}}}", answer.GetRawText());
    }

    [Fact]
    public async Task Batch_as_well_where_resolvers_run_side_by_side()
    {
        await using var app = await GraphQLApp.StartZooAsync(options => options.Parallel = true);
        await app.AskAsync("{ people(first: 4) { id later { id later { id } } } }");
        var batches = app.Services.GetRequiredService<FetchLog>().Batches;
        Assert.Equal([2, 3, 5], batches[0].Order());
        Assert.Equal(2, batches.Count);
    }

    [Fact]
    public async Task Fetch_once_for_fields_of_different_types_and_after_other_waiting()
    {
        await using var app = await StartAsync();
        var answer = await app.AskAsync("{ slow { friend { id } } quick { friend { id } } both { id } }");
        Assert.Equal("""{"slow":{"friend":{"id":"p2"}},"quick":{"friend":{"id":"p3"}},"both":[{"id":"p4"},{"id":"p5"}]}""", answer.GetProperty("data").GetRawText());
        Assert.Equal([2, 3, 4, 5], app.Services.GetRequiredService<FetchLog>().Batches.SelectMany(b => b).Order());
    }

    [Fact]
    public async Task Fetch_only_what_is_not_at_hand_and_give_several_in_the_order_asked()
    {
        await using var app = await StartAsync();
        var answer = await app.AskAsync("{ several { id } }");
        Assert.Equal("""{"several":[{"id":"p3"},{"id":"p2"},null,{"id":"p3"},{"id":"p4"}]}""", answer.GetProperty("data").GetRawText());
        Assert.Equal([3, 9], Assert.Single(app.Services.GetRequiredService<FetchLog>().Batches));
    }

    [Fact]
    public async Task Tell_a_failed_fetch_at_each_field_that_asked_and_leave_the_rest()
    {
        await using var app = await StartAsync();
        var answer = await app.AskAsync("{ quick { id broken { id } } slow { id broken { id } } }");
        Assert.Equal("""{"quick":{"id":"p2","broken":null},"slow":{"id":"p1","broken":null}}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(["""["quick","broken"]""", """["slow","broken"]"""], answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetRawText()));
        Assert.All(answer.GetProperty("errors").EnumerateArray(), e => Assert.Equal("INTERNAL", e.GetProperty("extensions").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Are_ended_by_the_time_limit()
    {
        await using var app = await StartAsync(options => options.Timeout = TimeSpan.FromMilliseconds(50));
        var answer = await app.AskAsync("{ quick { stuck { id } } }");
        Assert.Equal("TIMEOUT", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private static Task<GraphQLApp> StartAsync(Action<GraphQLOptions>? configure = null) => GraphQLApp.StartAsync(
        graphql => graphql
            .AddSchema("Loaders.graphql", """
                type Query { slow: Person! quick: Person! both: [Person!]! several: [Person]! }
                type Person { id: ID! friend: Person broken: Person stuck: Person }
                """)
            .Bind<Person>()
            .AddResolvers(typeof(Queries), On.Query).AddResolvers(typeof(Fields), On.Type("Person"))
            .AddLoader<PersonLoader>().AddLoader<BrokenLoader>().AddLoader<StuckLoader>().AddLoader<CachedLoader>()
            .Configure(configure ?? (_ => { })),
        services => services.AddSingleton<FetchLog>());

    internal sealed class BrokenLoader : BatchLoader<int, Person>
    {
        protected override Task<IReadOnlyDictionary<int, Person>> FetchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The source is away.");
    }

    internal sealed class CachedLoader(FetchLog log) : BatchLoader<int, Person>
    {
        protected override bool TryTake(int key, [MaybeNullWhen(false)] out Person value)
        {
            value = key % 2 == 0 ? new Person(key) : null;
            return value is not null;
        }

        protected override Task<IReadOnlyDictionary<int, Person>> FetchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Add(keys);
            return Task.FromResult<IReadOnlyDictionary<int, Person>>(keys.Where(key => key < 9).ToDictionary(key => key, key => new Person(key)));
        }
    }

    internal sealed class StuckLoader : BatchLoader<int, Person>
    {
        protected override async Task<IReadOnlyDictionary<int, Person>> FetchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Dictionary<int, Person>();
        }
    }

    internal static class Queries
    {
        public static async Task<Person> SlowAsync()
        {
            await Task.Delay(5);
            return new Person(1);
        }

        public static Person Quick() => new(2);

        public static ValueTask<IReadOnlyList<Person?>> SeveralAsync(CachedLoader people) => people.LoadManyAsync([3, 2, 9, 3, 4]);

        public static async Task<IReadOnlyList<Person?>> BothAsync(PersonLoader people)
        {
            var (first, second) = (people.LoadAsync(4).AsTask(), people.LoadAsync(5).AsTask());
            return [await first, await second];
        }
    }

    internal static class Fields
    {
        public static ValueTask<Person?> FriendAsync(Person person, PersonLoader people) => people.LoadAsync(person.Number + 1);

        public static ValueTask<Person?> BrokenAsync(Person person, BrokenLoader people) => people.LoadAsync(person.Number);

        public static ValueTask<Person?> StuckAsync(Person person, StuckLoader people) => people.LoadAsync(person.Number);
    }
}
