using CloudNetPortal.Benchmarks;
using CloudNetPortal.Domain;

var all = Discovery.Of<Benchmark>(typeof(Benchmark).Assembly);
if (args.Length > 0 && all.FirstOrDefault(b => b.Name == args[0]) is { } wanted)
    return await wanted.Run(args[1..]);
Console.Error.WriteLine("usage: tests/benchmarks.sh NAME [ARGUMENT ...]");
foreach (var benchmark in all)
    Console.Error.WriteLine($"  {benchmark.Name,-10} {benchmark.Explanation}");
return 2;
