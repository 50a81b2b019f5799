using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceTray.Languages;

/// <summary>Writes and reads words as an object, <c>{"fi":"…","sv":"…"}</c>, for database columns and seed files.</summary>
internal sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    /// <inheritdoc/>
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Words in several languages are an object of language and text.");
        }

        var pairs = new List<KeyValuePair<string, string?>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString()!;
            reader.Read();
            if (string.IsNullOrWhiteSpace(language) || reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
            {
                throw new JsonException("A language has a tag, and its text is a string or null.");
            }

            pairs.Add(new(language, reader.GetString()));
        }

        return new LocalizedText(pairs);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var text in value)
        {
            writer.WriteString(text.Language, text.Value);
        }

        writer.WriteEndObject();
    }
}
