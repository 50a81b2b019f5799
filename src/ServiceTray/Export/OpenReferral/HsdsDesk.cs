using System.Runtime.CompilerServices;
using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Gives the records of Open Referral, each as what writes it; null: there is none of that id.</summary>
internal sealed class HsdsDesk(
    HsdsLists lists, OfferingReader offerings, OfferingWalker walker, OrganisationReader organisations, Regions regions, RequestLanguage request, TimeProvider clock)
{
    public async Task<HsdsAnswers.Rows> ServicesAsync(HsdsProfile profile, HsdsQuery asked, HttpContext http)
    {
        var ids = await lists.ServicesAsync(asked, http.RequestAborted);
        var writer = Writer(profile, http);
        return new(ids.Count, (skip, count) => ReadAsync([.. ids.Skip(skip).Take(count)], http.RequestAborted));

        async IAsyncEnumerable<Action<Utf8JsonWriter>> ReadAsync(IReadOnlyList<Guid> some, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var placed in walker.ReadAsync(some, cancellationToken))
            {
                yield return json => WriteService(json, writer, placed, asked.Minimal);
            }
        }
    }

    public async Task<Action<Utf8JsonWriter>?> ServiceAsync(HsdsProfile profile, Guid id, HttpContext http) =>
        await offerings.ReadAsync(id, http.RequestAborted) is { } placed ? json => Writer(profile, http).Write(json, placed) : null;

    public async Task<HsdsAnswers.Rows> PlacingsAsync(HsdsProfile profile, HsdsQuery asked, HttpContext http)
    {
        var placings = await lists.PlacingsAsync(asked, http.RequestAborted);
        var writer = Writer(profile, http);
        return new(placings.Count, (skip, count) => ReadAsync([.. placings.Skip(skip).Take(count)], http.RequestAborted));

        async IAsyncEnumerable<Action<Utf8JsonWriter>> ReadAsync(IReadOnlyList<HsdsPlacing> some, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var part in some.Chunk(OfferingSearch.LargestPageSize))
            {
                var read = (await offerings.ReadAsync([.. part.Select(placing => placing.Offering)], cancellationToken)).ToDictionary(placed => placed.Offering.Id);
                foreach (var placing in part.Where(placing => read.ContainsKey(placing.Offering)))
                {
                    var placed = read[placing.Offering];
                    if (placed.Places.FirstOrDefault(place => place.Id == placing.Place) is { } place)
                    {
                        yield return json => writer.WriteAt(json, placed, place, withService: true);
                    }
                }
            }
        }
    }

    public async Task<Action<Utf8JsonWriter>?> PlacingAsync(HsdsProfile profile, Guid id, HttpContext http) =>
        await lists.PlacingAsync(id, http.RequestAborted) is { } placing
        && await offerings.ReadAsync(placing.Offering, http.RequestAborted) is { } placed
        && placed.Places.FirstOrDefault(place => place.Id == placing.Place) is { } place
            ? json => Writer(profile, http).WriteAt(json, placed, place, withService: true)
            : null;

    public async Task<HsdsAnswers.Rows> OrganizationsAsync(HsdsProfile profile, HttpContext http)
    {
        var ids = await lists.OrganizationsAsync(http.RequestAborted);
        var writer = new HsdsOrganizationWriter(profile, request.Language);
        return new(ids.Count, (skip, count) => ReadAsync([.. ids.Skip(skip).Take(count)], http.RequestAborted));

        async IAsyncEnumerable<Action<Utf8JsonWriter>> ReadAsync(IReadOnlyList<Guid> some, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var organisation in await organisations.ReadAsync(some, cancellationToken))
            {
                yield return json => writer.Write(json, organisation);
            }
        }
    }

    public async Task<Action<Utf8JsonWriter>?> OrganizationAsync(HsdsProfile profile, Guid id, HttpContext http) =>
        await organisations.ReadAsync(id, http.RequestAborted) is { } organisation ? json => new HsdsOrganizationWriter(profile, request.Language).Write(json, organisation) : null;

    public HsdsAnswers.Rows Taxonomies(HsdsProfile profile) => Rows(HsdsTaxonomy.All, (json, taxonomy) => Terms(profile).Write(json, taxonomy));

    public Action<Utf8JsonWriter>? Taxonomy(HsdsProfile profile, Guid id) =>
        HsdsTaxonomy.All.FirstOrDefault(one => one.Id == id) is { } taxonomy ? json => Terms(profile).Write(json, taxonomy) : null;

    /// <summary>Terms of one taxonomy or all; none has a parent.</summary>
    public HsdsAnswers.Rows Terms(HsdsProfile profile, HsdsQuery asked) =>
        Rows([.. HsdsTerm.All.Where(term => asked.Taxonomy is not { } taxonomy || term.Taxonomy.Id == taxonomy)], (json, term) => Terms(profile).Write(json, term));

    public Action<Utf8JsonWriter>? Term(HsdsProfile profile, Guid id) =>
        HsdsTerm.All.FirstOrDefault(one => one.Id == id) is { } term ? json => Terms(profile).Write(json, term) : null;

    private HsdsTermWriter Terms(HsdsProfile profile) => new(profile, request.Language);

    private HsdsServiceWriter Writer(HsdsProfile profile, HttpContext http) => new(profile, FeedSheet.Of(http.Request, "", request.Language, clock.GetUtcNow()), regions);

    private static void WriteService(Utf8JsonWriter json, HsdsServiceWriter writer, PlacedOffering placed, bool minimal)
    {
        if (minimal)
        {
            writer.WriteMinimal(json, placed);
        }
        else
        {
            writer.Write(json, placed);
        }
    }

    private static HsdsAnswers.Rows Rows<T>(IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write) =>
        new(all.Count, (skip, count) => all.Skip(skip).Take(count).Select(one => (Action<Utf8JsonWriter>)(json => write(json, one))).ToAsyncEnumerable());
}
