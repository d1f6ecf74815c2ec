using BenchmarkDotNet.Running;
using CrisisFlow.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(FeedToStore).Assembly).Run(args);
