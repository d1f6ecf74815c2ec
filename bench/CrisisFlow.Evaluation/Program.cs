using CrisisFlow.Evaluation;
using CrisisFlow.Evaluation.EvaluationSections;
using CrisisFlow.Evaluation.Learning;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine("""
        evaluate                      every section; writes docs/quality.md
        evaluate --only NAME[,NAME]   some sections; prints only
        evaluate train                learns the sentiment weights anew
        """);
    Console.WriteLine("Sections: " + string.Join(", ", Sections.All.Select(s => s.Name)));
    return 0;
}

if (!Directory.Exists(Repository.Data))
{
    Console.Error.WriteLine($"The data to measure on is not at {Repository.Data}. Put the folder 'shared' beside the repository.");
    return 2;
}

if (args is ["train"])
    return TrainCommand.Run();

var only = args is ["--only", var names] ? names.Split(',') : null;
var unknown = (only ?? []).Except(Sections.All.Select(s => s.Name)).ToList();
if (unknown.Count > 0 || (args.Length > 0 && only is null))
{
    Console.Error.WriteLine($"Unknown: {string.Join(", ", only is null ? args : unknown)}. Sections: {string.Join(", ", Sections.All.Select(s => s.Name))}.");
    return 2;
}

var sections = new List<Section>();
foreach (var section in Sections.All.Where(s => only is null || only.Contains(s.Name)))
    sections.Add(await section.Run(new ConsoleProgress(section.Name)));

var page = Report.Write(sections);
Console.WriteLine(page);
if (only is null)
{
    Directory.CreateDirectory(Repository.In("docs"));
    await File.WriteAllTextAsync(Repository.In("docs", "quality.md"), page);
}
return 0;
