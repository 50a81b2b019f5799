namespace ServiceTray.GraphQL.Tests.Zoo;

internal static class ZooFields
{
    public static string Name(Person person, bool upper) => upper ? person.PlainName.ToUpperInvariant() : person.PlainName;

    public static async Task<Person?> LaterAsync(Person person, PersonLoader people) =>
        person.Number == 3 ? throw new InvalidOperationException("later") : await people.LoadAsync(person.Number + 1);

    public static IEnumerable<Animal> Pets(Person person) =>
        person.Number % 2 == 0 ? [new Dog($"Rekku {person.Number}", true, person)] : [new Cat("Mirri", 9, null), new Dog("Musti", false, person)];
}

internal static class RobotFields
{
    public static string Name(Robot robot, bool upper) => upper ? robot.PlainName.ToUpperInvariant() : robot.PlainName;
}

internal static class DeepFields
{
    public static Deep? Deep(Deep deep) => deep.Level > 4 ? null : new Deep(deep.Level + 1);

    public static async ValueTask<Deep?> SoftAsync(Deep deep, CancellationToken cancellationToken)
    {
        await Task.Delay(0, cancellationToken);
        return new Deep(deep.Level + 1);
    }

    public static string Broken() => throw new InvalidOperationException("broken");

    public static string Ok(Deep deep) => $"level {deep.Level}";
}
