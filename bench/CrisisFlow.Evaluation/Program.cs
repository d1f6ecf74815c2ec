using CrisisFlow.Evaluation;
using CrisisFlow.Evaluation.EvaluationSections;
using CrisisFlow.Evaluation.Learning;
using CrisisFlow.InfraTools.Pages;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(
        """
        evaluate                      every section; prints the report and writes docs/quality.md
        evaluate --only NAME[,NAME]   some sections; prints only
        evaluate train                learns the sentiment weights again
        """
    );
    Console.WriteLine("Sections: " + string.Join(", ", Sections.All.Select(s => s.Name)));
    Console.WriteLine($"Data: {Repository.Data}; bench/CrisisFlow.Evaluation/README.md says where it comes from.");
    return 0;
}

if (!Directory.Exists(Repository.Data))
{
    Console.Error.WriteLine(
        $"The data to learn from and to measure on is not at {Repository.Data}. It is not part of the repository: "
            + "bench/CrisisFlow.Evaluation/README.md says where each part comes from (repository, commit, licence) and "
            + "where it goes. Without it, docs/quality.md says what was measured last; the weights are those that ship."
    );
    return 2;
}

if (args is ["train"])
    return await TrainCommand.RunAsync();

var only = args is ["--only", var names] ? names.Split(',') : null;
var unknown = (only ?? []).Except(Sections.All.Select(s => s.Name)).ToList();
if (unknown.Count > 0 || (args.Length > 0 && only is null))
{
    Console.Error.WriteLine(
        $"Unknown: {string.Join(", ", only is null ? args : unknown)}. Sections: "
            + $"{string.Join(", ", Sections.All.Select(s => s.Name))}."
    );
    return 2;
}

var sections = new List<Section>();
foreach (var section in Sections.All.Where(s => only is null || only.Contains(s.Name)))
    sections.Add(await section.Run(new ConsoleProgress(section.Name)));

var page = Report.Write(sections);
Console.WriteLine(RealTitles.InFull(page));
if (only is null)
{
    Directory.CreateDirectory(Repository.In("docs"));
    await File.WriteAllTextAsync(Repository.In("docs", "quality.md"), Columns.Wrap(RealTitles.ByHash(page)));
}
return 0;
