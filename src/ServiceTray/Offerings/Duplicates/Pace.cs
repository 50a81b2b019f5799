using System.Diagnostics;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>How long work that nobody waits for rests after each piece, so that the processors are the callers'.</summary>
internal sealed class Pace
{
    // So many times its work where the machine has time.
    private const int Rest = 4;

    // So many while this process keeps it busy: it goes on, but callers hardly feel it.
    private const int RestWhenBusy = 40;

    private const double Busy = 0.5;

    private long began = Stopwatch.GetTimestamp();
    private TimeSpan used = Environment.CpuUsage.TotalTime;

    /// <summary>The rest after so much work, by how busy the process was since it was asked last.</summary>
    public TimeSpan After(TimeSpan work)
    {
        var (now, usedNow) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var share = (usedNow - used) / (Stopwatch.GetElapsedTime(began, now) * Environment.ProcessorCount);
        (began, used) = (now, usedNow);
        return Of(work, share);
    }

    /// <summary>The rest after so much work, where the process uses such a share of the machine's processors.</summary>
    public static TimeSpan Of(TimeSpan work, double share) => work * (share < Busy ? Rest : RestWhenBusy);
}
