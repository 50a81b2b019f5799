using System.Globalization;
using System.Text.Json.Nodes;

namespace ServiceTray.Export.Fhir;

/// <summary>The small parts that FHIR's resources are made of.</summary>
internal static class FhirParts
{
    public static JsonObject Coding(string system, string code, string? display = null)
    {
        var coding = new JsonObject { ["system"] = system, ["code"] = code };
        if (display is not null)
        {
            coding["display"] = display;
        }

        return coding;
    }

    public static JsonObject Concept(string system, string code, string? display = null) => new() { ["coding"] = new JsonArray(Coding(system, code, display)) };

    public static JsonObject Words(string text) => new() { ["text"] = text };

    /// <summary>Refers to a resource of the same bundle.</summary>
    public static JsonObject To(string url) => new() { ["reference"] = url };

    /// <summary>Refers to somebody known elsewhere, by the tray's id.</summary>
    public static JsonObject Known(string system, Guid id, string? display = null)
    {
        var reference = new JsonObject { ["identifier"] = new JsonObject { ["system"] = system, ["value"] = $"{id}" } };
        if (display is not null)
        {
            reference["display"] = display;
        }

        return reference;
    }

    /// <summary>Refers to what is known elsewhere by the tray's id, and says what it is.</summary>
    public static JsonObject Known(string system, string type, Guid id)
    {
        var reference = Known(system, id);
        reference.Insert(0, "type", type);
        return reference;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
