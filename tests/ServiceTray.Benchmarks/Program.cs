using ServiceTray.Benchmarks.Relevance;

if (args is ["relevance", .. var rest])
{
    return RelevanceCommand.Run(rest);
}

Console.WriteLine("ServiceTray benchmarks");
return 0;
