using ServiceTray.Data;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Offerings.Agenda;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Offerings.Persons;
using ServiceTray.Search;

namespace ServiceTray.Offerings;

/// <summary>Brings offerings and their search into the service.</summary>
internal static class OfferingsSetup
{
    public static IServiceCollection AddOfferings(this IServiceCollection services) => services
        .AddSingleton(services => new SearchIndex(IndexFields.Schema, new SearchOptions
        {
            Time = services.GetRequiredService<TimeProvider>(),
            CursorKey = CursorKey.ReadOrMake(services.GetRequiredService<TrayDatabase>()),
        }))
        .AddSingleton<OfferingReader>()
        .AddSingleton<PersonContactReader>()
        .AddSingleton<Joins>()
        .AddSingleton<LikeSeeker>()
        .AddSingleton<DuplicateFinder>()
        .AddSingleton<DuplicateDesk>()
        .AddHostedService<DuplicateClock>()
        .AddHttpContextAccessor()
        .AddSingleton<UnfoundWords>()
        .AddSingleton<OfferingSearch>()
        .AddSingleton<OfferingWalker>()
        .AddSingleton<AgendaLister>()
        .AddSingleton<TextHighlighter>()
        .AddSingleton<SearchLister>()
        .AddScoped<OfferingTeller>()
        .AddScoped<AnswerTag>()
        .AddSingleton<OfferingIndexer>()
        .AddSingleton<IndexCheck>()
        .AddSingleton<IndexFollower>()
        .AddHostedService(services => services.GetRequiredService<IndexFollower>());

    public static void MapOfferings(this IEndpointRouteBuilder app)
    {
        app.MapSearchPage();
        app.MapClusterPage();
        app.MapOfferingPages();
        app.MapPictures();
        app.MapAgenda();
        app.MapDuplicatePages();
    }

    public static GraphQLBuilder AddOfferings(this GraphQLBuilder graphql) => graphql
        .Bind<Offering>().Bind<Activity>().Bind<Event>()
        .Bind<OfferingKind>().Bind<AttendanceMode>().Bind<AccessMode>().Bind<CapacityState>().Bind<EventStatus>()
        .Bind<AccessibilityAspect>().Bind<AccessibilityState>().Bind<AudienceCode>().Bind<Weekday>().Bind<OfferingOrder>()
        .Bind<Audience>().Bind<AccessibilityFact>().Bind<Capacity>().Bind<Registration>().Bind<OpeningHours>().Bind<GuidancePoint>()
        .Bind<Price>().Bind<DatedOccurrence>("Occurrence").Bind<ShownPicture>("Picture").Bind<Availability>()
        .Bind<OfferingFilter>().Bind<NearInput>().Bind<SpotInput>().Bind<CoordinatesInput>().Bind<BoxInput>()
        .Bind<OfferingConnection>().Bind<OfferingEdge>().Bind<PageInfo>().Bind<OfferingFacets>().Bind<Search.Querying.ScorePart>()
        .Bind<ThemeCount>().Bind<KindCount>().Bind<RegionCount>().Bind<AudienceCount>().Bind<ModeCount>().Bind<AccessCount>()
        .Bind<AccessibilityCount>().Bind<LanguageCount>()
        .Bind<TimeOfDay>().Bind<AppliedFilter>().Bind<Needs.NeedEntry>("Need").Bind<Search.Querying.Completion>().Bind<Relaxation>().Bind<Highlight>().Bind<Fragment>()
        .Bind<MapCluster>("Cluster").Bind<MapBox>("Box").Bind<DuplicateAnswer>("Duplicate").Bind<PairState>("DuplicateState").Bind<LikenessPart>().Bind<LikenessSide>().Bind<DuplicateSide>().Bind<AnswerDuplicatePayload>().Bind<DuplicateError>()
        .AddResolvers(typeof(DuplicateQueries), On.Query)
        .AddResolvers(typeof(DuplicateMutations), On.Mutation)
        .AddResolvers(typeof(OfferingEdgeFields), On.Type("OfferingEdge"))
        .AddResolvers(typeof(NeedFields), On.Type("Need"))
        .AddResolvers(typeof(OfferingQueries), On.Query)
        .AddResolvers(typeof(OfferingQueries.OnOrganisation), On.Type("Organisation"))
        .AddResolvers(typeof(ThemeCountFields), On.Type("Theme"))
        .AddResolvers(typeof(OfferingFields), On.Type("Activity"), On.Type("Event"))
        .AddResolvers(typeof(ActivityFields), On.Type("Activity"))
        .AddResolvers(typeof(OfferingConnectionFields), On.Type("OfferingConnection"))
        .AddResolvers(typeof(AudienceFields), On.Type("Audience"))
        .AddResolvers(typeof(PriceFields), On.Type("Price"))
        .AddResolvers(typeof(PictureFields), On.Type("Picture"))
        .AddResolvers(typeof(AccessibilityFactFields), On.Type("AccessibilityFact"))
        .AddResolvers(typeof(RegistrationFields), On.Type("Registration"))
        .AddResolvers(typeof(OpeningHoursFields), On.Type("OpeningHours"))
        .AddResolvers(typeof(AvailabilityFields), On.Type("Availability"))
        .AddResolvers(typeof(GuidancePointFields), On.Type("GuidancePoint"))
        .AddLoader<OfferingLoader>()
        .AddLoader<ThemeCountLoader>();
}
