Console.WriteLine("ServiceTray");
