// How long the fold of a day takes, and how it grows.
//   dotnet run -c Release --project tests/Digest.Benchmarks -- --filter '*'      all benchmarks
//   dotnet run -c Release --project tests/Digest.Benchmarks -- growth            the table of docs/performance.md
using BenchmarkDotNet.Running;
using Digest.Benchmarks;

if (args is ["growth", ..])
    Growth.Print(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000);
else
    BenchmarkSwitcher.FromAssembly(typeof(WireDay).Assembly).Run(args);
