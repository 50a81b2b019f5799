using System.Diagnostics;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>How long work that nobody waits for rests after each piece, so that the processors are the callers'.</summary>
internal sealed class Pace
{
    /// <summary>How many times its work it rests where the machine has time.</summary>
    public const int Rest = 4;

    /// <summary>How many times its work it rests while this process keeps the machine busy: it goes on, but callers hardly feel it.</summary>
    public const int RestWhenBusy = 40;

    private const double Busy = 0.5;

    private long _began = Stopwatch.GetTimestamp();
    private TimeSpan _used = Environment.CpuUsage.TotalTime;

    /// <summary>The rest after so much work, by how busy the process was since it was asked last.</summary>
    public TimeSpan After(TimeSpan work)
    {
        var (now, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var share = (used - _used) / (Stopwatch.GetElapsedTime(_began, now) * Environment.ProcessorCount);
        (_began, _used) = (now, used);
        return Of(work, share);
    }

    /// <summary>The rest after so much work, where the process uses such a share of the machine's processors.</summary>
    public static TimeSpan Of(TimeSpan work, double share) => work * (share < Busy ? Rest : RestWhenBusy);
}
