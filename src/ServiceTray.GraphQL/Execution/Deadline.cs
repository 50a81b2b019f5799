namespace ServiceTray.GraphQL.Execution;

/// <summary>
/// When a run has to end: its time is over or its caller has gone. The token that tells it is made when something has to be waited for;
/// a run that waits for nothing looks at the clock from time to time.
/// </summary>
internal sealed class Deadline(TimeProvider time, TimeSpan limit, CancellationToken caller) : IDisposable
{
    private readonly long start = time.GetTimestamp();
    private CancellationTokenSource? source;
    private CancellationTokenRegistration registration;

    public CancellationToken Token => source?.Token ?? (limit == Timeout.InfiniteTimeSpan ? caller : Start());

    public bool HasCome => caller.IsCancellationRequested || source?.IsCancellationRequested == true || IsLate;

    private bool IsLate => limit != Timeout.InfiniteTimeSpan && time.GetElapsedTime(start) >= limit;

    /// <exception cref="OperationCanceledException">It has come.</exception>
    public void Check()
    {
        if (HasCome)
        {
            throw new OperationCanceledException("The run's deadline has come.");
        }
    }

    public void Dispose()
    {
        registration.Dispose();
        source?.Dispose();
    }

    private CancellationToken Start()
    {
        var left = limit - time.GetElapsedTime(start);
        source = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        return source.Token;
    }
}
