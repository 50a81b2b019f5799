using ServiceTray.GraphQL.Execution;

namespace ServiceTray.GraphQL.Schema.Scalars;

/// <summary>A scalar of the host's own whose form is a string.</summary>
internal sealed class TextFormScalar<T>(Func<string, T?> read, Func<T, string> write, string wanted) : TextScalar
    where T : notnull
{
    public override string Wanted => wanted;

    public override bool CanWrite(Type type) => type == typeof(T);

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        if (value is not T own)
        {
            return false;
        }

        buffer.WriteString(write(own));
        return true;
    }

    protected override bool TryParse(string text, out object? value) => (value = read(text)) is not null;
}
