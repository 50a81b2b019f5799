using System.Text.Json.Nodes;
using ServiceTray.Languages;
using ServiceTray.Surveys;

namespace ServiceTray.Export.Fhir;

/// <summary>A score as the members of a definition, for FHIR R4 has no element for one.</summary>
internal static class ScoreMembers
{
    public static JsonNode Of(Score score)
    {
        var members = new JsonObject
        {
            ["id"] = score.Id,
            ["name"] = Texts(score.Name),
            ["rule"] = PublicWords.Of(score.Rule),
            ["items"] = new JsonArray([.. score.Items.Select(Item)]),
        };
        if (score.Fewest != score.Items.Count)
        {
            members["fewest"] = score.Fewest;
        }

        if (score.Table.Count > 0)
        {
            members["table"] = new JsonArray([.. score.Table.Select(step => new JsonObject { ["sum"] = step.Sum, ["value"] = step.Value })]);
        }

        if (score.Bands.Count > 0)
        {
            members["bands"] = new JsonArray([.. score.Bands.Select(band => new JsonObject { ["from"] = band.From, ["name"] = Texts(band.Name) })]);
        }

        return members;
    }

    private static JsonObject Item(ScoreItem item)
    {
        var members = new JsonObject { ["question"] = item.Question };
        if (item.Reversed)
        {
            members["reversed"] = true;
        }

        return members;
    }

    private static JsonObject Texts(LocalizedText texts) => new(texts.Select(text => KeyValuePair.Create(text.Language, (JsonNode?)text.Value)));
}
