using System.IO.Pipelines;

namespace ServiceTray.Export;

/// <summary>Sends what was written on its way while the rest is read, so that a feed of any length takes little memory.</summary>
internal static class Flushing
{
    private const int Full = 32 * 1024;

    public static async ValueTask FlushWhenFullAsync(this PipeWriter output, CancellationToken cancellationToken)
    {
        if (output.UnflushedBytes >= Full)
        {
            await output.FlushAsync(cancellationToken);
        }
    }
}
