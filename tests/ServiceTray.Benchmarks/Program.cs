Console.WriteLine("ServiceTray benchmarks");
