namespace ServiceTray.GraphQL.Tests.Zoo;

internal enum Color
{
    Red,
    DarkGreen,
    Blue,
}

internal enum RobotKind
{
    R1,
    R2,
}

internal sealed record Person(int Number)
{
    private static readonly string[] Names = ["Aino", "Bertil", "Chen", "Dalia", "Eero", "Fatuma"];

    public static Person Of(int number) => new(((number - 1) % 6) + 1);

    internal string Id => $"p{Number}";

    public string PlainName => Names[Number - 1];

    public int Age => 20 + (Number * 7);

    public double? Height => Number == 4 ? null : 1.5 + (Number * 0.25);

    public Color Color => (Color)(Number % 3);

    public string? Nickname => Number % 3 == 0 ? null : PlainName[..2];

    public string? Secret => Number % 2 == 0 ? throw new InvalidOperationException("secret") : Number == 5 ? null : $"s{Number}";

    public IReadOnlyList<string?> Tags => Number == 5 ? ["a", null, "c"] : [PlainName, "tag"];

    public int?[] Scores => [Number, null, Number * 2];

    public IEnumerable<Person> Friends => [Of(Number + 1), Of(Number + 2)];

    public Person? BestFriend => Number == 6 ? null : Of(Number + 1);

    public int? Old => Age;
}

internal sealed record Robot(int Number)
{
    public string Id => $"r{Number}";

    public string PlainName => $"Robot {Number}";

    public RobotKind Model => Number == 1 ? RobotKind.R1 : RobotKind.R2;

    public Person Owner => Person.Of(Number);

    public double? Age => Number + 0.5;
}

internal abstract record Animal(string Name);

internal sealed record Dog(string Name, bool Barks, Person? Owner) : Animal(Name);

internal sealed record Cat(string Name, int Lives, Person? Owner) : Animal(Name);

internal sealed record Deep(int Level);

internal sealed record Counter(long Value);
