using CrisisFlow.Costs;

// Run by scripts/cost from the repository's root.
var repository = Directory.GetCurrentDirectory();
var document = Path.Combine(repository, "docs", "cost.md");
File.WriteAllText(document, CostDocument.Render(Inputs.Read(repository)));
foreach (var line in File.ReadLines(document).Where(l => l.StartsWith('|')).Take(7)) Console.WriteLine(line);
Console.WriteLine("Wrote docs/cost.md.");
