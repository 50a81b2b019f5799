using Microsoft.EntityFrameworkCore;

namespace ServiceTray.Data;

/// <summary>Brings the database into the service.</summary>
internal static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, TrayDatabase database) => services
        .AddSingleton(database)
        .AddSingleton<SchemaUpgrade>()
        .AddSingleton(typeof(RowShelf<>))
        .AddDbContextFactory<TrayContext>(options => options.UseSqlite(database.ConnectionString));
}
