// How long the fold of a day takes, and how it grows; how long the function app takes to start.
//   dotnet run -c Release --project tests/Digest.Benchmarks -- --filter '*' --buildTimeout 900   all benchmarks; a busy machine needs longer than two minutes to build what is measured
//   dotnet run -c Release --project tests/Digest.Benchmarks -- growth [most]     the table of docs/performance.md
//   dotnet run -c Release --project tests/Digest.Benchmarks -- fold [articles] [times]   one day folded again and again, for a profiler
//   dotnet run -c Release --project tests/Digest.Benchmarks -- render            three hundred stories, rendered some times over
//   dotnet run -c Release --project tests/Digest.Benchmarks -- coldstart FOLDER  the published app in FOLDER, started 21 times for each answer
//   dotnet run -c Release --project tests/Digest.Benchmarks -- reading [length] [shape]   how reading an article grows with its length, for hostile shapes
using BenchmarkDotNet.Running;
using Digest.Benchmarks;

if (args is ["growth", ..])
    Growth.Print(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000);
else if (args is ["fold", ..])
    FoldAgain.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 5);
else if (args is ["render"])
    RenderTimes.Print();
else if (args is ["coldstart", var folder, ..])
    await ColdStart.PrintAsync(folder, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 21);
else if (args is ["reading", ..])
    ReadingGrowth.Print(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 150_000, args.Length > 2 ? args[2] : "");
else
    BenchmarkSwitcher.FromAssembly(typeof(WireDay).Assembly).Run(args);
