namespace ServiceTray.Tests.Support;

/// <summary>Whether the long forms are asked for (<c>tests/run.sh long</c>); the short run does a part of each.</summary>
internal static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("SERVICETRAY_TESTS") == "long";
}
