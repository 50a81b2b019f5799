namespace ServiceTray.Web.Rest;

/// <summary>A parameter that an endpoint knows: its name, what it means and of which type its value is; repeated, any of the values will do.</summary>
internal sealed record QueryParameter(string Name, string Description, Type Type, bool Repeated = false)
{
    /// <summary>Known to every endpoint.</summary>
    public static QueryParameter Language { get; } = One<string>(
        "lang", "The language of the texts: fi, sv or en, else what Accept-Language prefers, else fi. A text that is missing there comes in another and says so.");

    public static QueryParameter One<T>(string name, string description) => new(name, description, typeof(T));

    public static QueryParameter AnyOf<T>(string name, string description) => new(name, description, typeof(T), Repeated: true);
}
