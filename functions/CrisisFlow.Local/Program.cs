using System.CommandLine;
using CrisisFlow.Local.Commands;

var root = new RootCommand(
    "CrisisFlow monitors what the public says about a brand, raises warnings when it turns into a crisis, and runs the "
        + "response with people."
)
{
    RunCommand.Create(),
    DemoCommand.Create(),
    CheckCommand.Create(),
    ReadCommand.Create(),
    ScoreCommand.Create(),
    BacktestCommand.Create(),
    AnomaliesCommand.Create(),
    DrillCommand.Create(),
};
return await Guarded.RunAsync(root, args);
