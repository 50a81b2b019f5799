using System.Globalization;

namespace ServiceTray.Benchmarks.Http;

/// <summary>What a process has spent since its start; told at <c>/spent</c> by each side of a measurement.</summary>
internal readonly record struct Spending(long AllocatedBytes, double ProcessorMicroseconds)
{
    public static Spending Own => new(GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime.TotalMicroseconds);

    public static async Task<Spending> OfAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var parts = (await http.GetStringAsync("/spent")).Split(' ');
        return new(long.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public static Spending operator -(Spending after, Spending before) =>
        new(after.AllocatedBytes - before.AllocatedBytes, after.ProcessorMicroseconds - before.ProcessorMicroseconds);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AllocatedBytes} {ProcessorMicroseconds:0}");
}
