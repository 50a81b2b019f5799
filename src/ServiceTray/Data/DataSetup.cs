using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ServiceTray.Data;

/// <summary>Brings the database into the service.</summary>
internal static class DataSetup
{
    // How rows and objects stand to each other is the same for every tray of a process, and takes a second to work out: begun before the rest.
    private static readonly Lazy<IModel> Model = new(MakeModel);

    public static IServiceCollection AddData(this IServiceCollection services, TrayDatabase database)
    {
        ThreadPool.QueueUserWorkItem(static _ => _ = Model.Value);
        return services
            .AddSingleton(database)
            .AddSingleton<SchemaUpgrade>()
            .AddSingleton(typeof(RowShelf<>))
            .AddDbContextFactory<TrayContext>((_, options) => options.UseSqlite(database.ConnectionString).UseModel(Model.Value));
    }

    private static IModel MakeModel()
    {
        using var context = new TrayContext(new DbContextOptionsBuilder<TrayContext>().UseSqlite().Options, TimeProvider.System);
        return context.Model;
    }
}
