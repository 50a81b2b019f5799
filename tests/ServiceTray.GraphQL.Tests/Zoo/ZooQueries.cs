using Microsoft.AspNetCore.Http;

namespace ServiceTray.GraphQL.Tests.Zoo;

internal static class ZooQueries
{
    public static Person Me() => new(1);

    public static Person? Person(string id) => id.Length == 2 && id[0] == 'p' && id[1] is >= '1' and <= '6' ? new Person(id[1] - '0') : null;

    public static async Task<IReadOnlyList<Person>> PeopleAsync(int? first, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return [.. Enumerable.Range(1, Math.Clamp(first ?? 0, 0, 6)).Select(n => new Person(n))];
    }

    public static IEnumerable<object> Named() => [new Person(1), new Robot(1), new Person(3), new Robot(2)];

    public static IEnumerable<Animal?> Pets() => [new Dog("Rekku", true, new Person(2)), null, new Cat("Mirri", 7, null)];

    public static IEnumerable<object> Search(string? text) => text == "none" ? [] : [new Person(5), new Dog("Rekku", false, null), new Robot(2)];

    public static object? Node(string id) => id.StartsWith('r') ? new Robot(id == "r1" ? 1 : 2) : id == "alien" ? "nobody" : Person(id);

    public static string Echo(
        object? @int, object? @float, object? text, object? yes, object? id, object? color, object? colors, object? matrix, object? filter, object? pick) =>
        Echoes.Spell(("int", @int), ("float", @float), ("text", text), ("yes", yes), ("id", id), ("color", color), ("colors", colors), ("matrix", matrix), ("filter", filter), ("pick", pick));

    public static string EchoDefault(object? n, object? text, object? filter) => Echoes.Spell(("n", n), ("text", text), ("filter", filter));

    public static string Needs(object? n, object? list) => Echoes.Spell(("n", n), ("list", list));

    public static string Fails() => throw new InvalidOperationException("fails");

    public static Task<string> FailsHard() => throw new InvalidOperationException("fails hard");

    public static Person? Nobody(HttpContext context) => context.Items.ContainsKey("never") ? new Person(1) : null;

    public static long WrongInt() => 5_000_000_000;

    public static IEnumerable<int?> Holes() => [1, null, 3];

    public static Deep Deep() => new(1);
}

internal static class ZooMutations
{
    public static async Task<Counter> AddAsync(int by, Tally tally)
    {
        var before = tally.Value;
        await Task.Delay(2);
        tally.Value = before + by;
        return new Counter(tally.Value);
    }

    public static int? Fail() => throw new InvalidOperationException("fail");

    public static int? Explode() => null;
}

internal static class ZooSubscriptions
{
    public static async IAsyncEnumerable<Counter> Ticks(int? to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Delay(1, cancellationToken);
            yield return new Counter(i);
        }
    }
}

/// <summary>A number of one request; it shows whether mutations wait for each other.</summary>
internal sealed class Tally
{
    public long Value { get; set; }
}
