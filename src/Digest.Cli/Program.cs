Console.WriteLine("digest");
