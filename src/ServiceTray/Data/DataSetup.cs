using Microsoft.EntityFrameworkCore;

namespace ServiceTray.Data;

/// <summary>Brings the database into the service.</summary>
internal static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, TrayDatabase database)
    {
        TrayContextFactory.Begin();
        return services
            .AddSingleton(database)
            .AddSingleton<DatabaseFacts>()
            .AddSingleton<SchemaUpgrade>()
            .AddSingleton(typeof(RowShelf<>))
            .AddDbContextFactory<TrayContext>((_, options) => options.UseSqlite(database.ConnectionString).UseModel(TrayContextFactory.Model))
            .AddSingleton<IDbContextFactory<TrayContext>, TrayContextFactory>();
    }
}
