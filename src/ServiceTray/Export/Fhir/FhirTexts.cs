using System.Text.Json.Nodes;
using ServiceTray.Languages;

namespace ServiceTray.Export.Fhir;

/// <summary>Words in several languages as FHIR has them: those of the resource's language in the element, the others beside it as translations.</summary>
internal static class FhirTexts
{
    /// <summary>Writes words into an element and its shadow; no words: neither.</summary>
    public static void Put(JsonObject into, string element, LocalizedText texts, string language)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        var first = texts.In(language) ?? texts[0];
        into[element] = first.Value;
        var others = texts.Where(text => text != first).Select(text => (JsonNode)new JsonObject
        {
            ["url"] = FhirNames.Translation,
            ["extension"] = new JsonArray(
                new JsonObject { ["url"] = "lang", ["valueCode"] = text.Language },
                new JsonObject { ["url"] = "content", ["valueString"] = text.Value }),
        }).ToArray();
        if (others.Length > 0)
        {
            into[$"_{element}"] = new JsonObject { ["extension"] = new JsonArray(others) };
        }
    }

    /// <summary>Reads them back as a definition has them; null: there are none.</summary>
    public static JsonObject? Read(JsonObject from, string element, string language)
    {
        if (from[element]?.GetValue<string>() is not { } words)
        {
            return null;
        }

        var texts = new JsonObject { [language] = words };
        foreach (var translation in from[$"_{element}"]?["extension"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            var parts = translation["extension"]?.AsArray().OfType<JsonObject>().ToList() ?? [];
            if (parts.Find(part => $"{part["url"]}" == "lang")?["valueCode"] is { } tag && parts.Find(part => $"{part["url"]}" == "content")?["valueString"] is { } content)
            {
                texts[$"{tag}"] = $"{content}";
            }
        }

        return texts;
    }
}
