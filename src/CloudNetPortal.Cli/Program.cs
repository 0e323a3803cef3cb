Console.WriteLine("cloudnet");
