using CrisisFlow.InfraTools.Costs;
using CrisisFlow.InfraTools.Parameters;
using CrisisFlow.InfraTools.Pictures;

// Run by scripts/cost, scripts/generate and scripts/sync-parameters from the repository's root.
var repository = Directory.GetCurrentDirectory();
switch (args)
{
    case ["cost"]:
        var document = Path.Combine(repository, "docs", "cost.md");
        File.WriteAllText(document, CostDocument.Render(Inputs.Read(repository)));
        foreach (var line in File.ReadLines(document).Where(l => l.StartsWith('|')).Take(7))
            Console.WriteLine(line);
        Console.WriteLine("Wrote docs/cost.md.");
        return 0;
    case ["parameters"]:
        var changed = TemplateSync.Run(repository);
        Console.WriteLine(changed.Count == 0 ? "Nothing has changed." : "Wrote " + string.Join(" and ", changed) + ".");
        return 0;
    case ["picture"]:
        var drawn = ProjectPicture.Write(repository);
        Console.WriteLine(drawn.Count == 0 ? "Nothing has changed." : "Wrote " + string.Join(" and ", drawn) + ".");
        return 0;
    default:
        Console.Error.WriteLine("Say cost, parameters or picture.");
        return 2;
}
