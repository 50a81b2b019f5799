namespace ServiceTray.Benchmarks.Http;

/// <summary>Asks as fast as answers come, over a number of connections.</summary>
internal interface ILoad : IDisposable
{
    public const int Connections = 32;

    string Name { get; }

    /// <summary>wrk where it is, else a loop of our own.</summary>
    static ILoad Of(Question question)
    {
        if (WrkLoad.IsHere)
        {
            return new WrkLoad(question);
        }

        Console.WriteLine("wrk is not here (Debian's package wrk): the load comes from a loop of our own, which takes much of the machine, so ratios come out higher.");
        return new ClientLoad(question);
    }

    /// <summary>Requests a second; an answer that is not a success, or a broken connection, is an error.</summary>
    Task<double> RunAsync(Uri address, int seconds);
}
