using System.Text.Json;
using ServiceTray.Languages;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Writes taxonomies and their terms.</summary>
internal sealed class HsdsTermWriter(HsdsProfile profile, Language language)
{
    public void Write(Utf8JsonWriter json, HsdsTaxonomy taxonomy)
    {
        json.WriteString("id", taxonomy.Id);
        json.WriteString("name", taxonomy.Name.Pick(language).Value);
        json.WriteString("description", taxonomy.Description.Pick(language).Value);
        json.WriteString("version", "1");
    }

    public void Write(Utf8JsonWriter json, HsdsTerm term)
    {
        var name = term.Name.Pick(language);
        json.WriteString("id", term.Id);
        json.WriteString("name", name.Value);
        json.WriteString("description", name.Value);
        json.WriteString("taxonomy", term.Taxonomy.Name.Pick(language).Value);
        json.WriteString("taxonomy_id", term.Taxonomy.Id);
        if (profile.IsUk)
        {
            json.WriteString("term", term.Code);
            return;
        }

        json.WriteString("code", term.Code);
        json.WriteString("language", name.Language);
        json.WriteStartObject("taxonomy_detail");
        Write(json, term.Taxonomy);
        json.WriteEndObject();
    }

    /// <summary>The terms that a thing has.</summary>
    public void WriteAttributes(Utf8JsonWriter json, Guid thing, string kind, IEnumerable<HsdsTerm> terms) =>
        json.Each("attributes", terms, (term, _) =>
        {
            json.WriteString("id", HsdsIds.Of("attribute", $"{thing} {term.Id}"));
            json.WriteString("link_id", thing);
            json.WriteString("taxonomy_term_id", term.Id);
            json.WriteString("link_type", term.Taxonomy.Key);
            if (!profile.IsUk)
            {
                json.WriteString("link_entity", kind);
            }

            json.WriteStartObject("taxonomy_term");
            Write(json, term);
            json.WriteEndObject();
        });
}
