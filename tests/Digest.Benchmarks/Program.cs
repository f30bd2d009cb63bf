// How long the fold of a day takes, and how it grows.
//   dotnet run -c Release --project tests/Digest.Benchmarks -- --filter '*'      all benchmarks
//   dotnet run -c Release --project tests/Digest.Benchmarks -- growth [most]     the table of docs/performance.md
//   dotnet run -c Release --project tests/Digest.Benchmarks -- render            three hundred stories, rendered some times over
using BenchmarkDotNet.Running;
using Digest.Benchmarks;

if (args is ["growth", ..])
    Growth.Print(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000);
else if (args is ["render"])
    RenderTimes.Print();
else
    BenchmarkSwitcher.FromAssembly(typeof(WireDay).Assembly).Run(args);
