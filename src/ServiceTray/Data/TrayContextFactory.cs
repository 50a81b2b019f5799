using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ServiceTray.Data;

/// <summary>Makes contexts; the first one waits for how rows and objects stand to each other, which is the same for every tray of a process.</summary>
internal sealed class TrayContextFactory(IServiceProvider services, TimeProvider clock) : IDbContextFactory<TrayContext>
{
    private static readonly Lazy<IModel> Own = new(MakeModel);

    public static IModel Model => Own.Value;

    /// <summary>Begins to work the model out, beside whatever else a start does.</summary>
    public static void Begin() => ThreadPool.QueueUserWorkItem(static _ => _ = Own.Value);

    public TrayContext CreateDbContext() => new(services.GetRequiredService<DbContextOptions<TrayContext>>(), clock);

    private static IModel MakeModel()
    {
        using var context = new TrayContext(new DbContextOptionsBuilder<TrayContext>().UseSqlite().Options, TimeProvider.System);
        return context.Model;
    }
}
