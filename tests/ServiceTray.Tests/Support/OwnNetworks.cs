using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ServiceTray.Tests.Support;

/// <summary>Lets each request come from a network of its own, so that tests on one tray are not counted together by what limits a caller.</summary>
internal sealed class OwnNetworks : IStartupFilter
{
    private int last;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, after) =>
        {
            var number = Interlocked.Increment(ref last);
            context.Connection.RemoteIpAddress = new IPAddress([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
            return after(context);
        });
        next(app);
    };
}
