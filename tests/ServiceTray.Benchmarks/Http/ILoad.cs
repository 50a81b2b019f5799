namespace ServiceTray.Benchmarks.Http;

/// <summary>Asks as fast as answers come, over a number of connections.</summary>
internal interface ILoad
{
    public const int Connections = 32;

    string Name { get; }

    /// <summary>Requests a second; an answer that is not a success, or a broken connection, is an error.</summary>
    Task<double> RunAsync(Uri address, int seconds);
}
