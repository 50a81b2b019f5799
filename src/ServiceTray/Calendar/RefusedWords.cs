namespace ServiceTray.Calendar;

/// <summary>Why a value refused to be, for a reader: the name that its parameter has in the source is none of their business.</summary>
internal static class RefusedWords
{
    public static string Why(this Exception refused) =>
        refused is ArgumentException { ParamName: { } name } ? refused.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : refused.Message;
}
