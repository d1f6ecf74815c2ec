using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Scripts;

/// <summary>
/// az, azd and dotnet as small scripts on the path, over a folder that stands for a subscription; they note what they
/// are asked.
/// </summary>
internal sealed class FakeAzure : IDisposable
{
    private const string Az = """
        #!/bin/sh
        printf 'az %s\n' "$*" >> "$FAKE/calls"
        name= query= file=
        for word in "$@"; do
          case $before in
            --name) name=$word ;; --query) query=$word ;; --file) file=$word ;;
            --parameters) cp "${word#@}" "$FAKE/parameters" ;;
          esac
          before=$word
        done
        case "$1 $2 $3" in
          'group list --tag')
            [ ! -f "$FAKE/signed-out" ] || exit 1
            cat "$FAKE/group/${query#*].}" 2>/dev/null; exit 0 ;;
          'keyvault secret show' | 'keyvault secret set')
            left=$(cat "$FAKE/forbidden" 2>/dev/null || echo 0)
            if [ "$left" -gt 0 ]; then
              echo $((left - 1)) > "$FAKE/forbidden"; echo '(Forbidden) Caller is not authorized.' >&2; exit 1
            fi ;;
        esac
        case "$1 $2 $3" in
          'keyvault secret show')
            [ -f "$FAKE/secrets/$name" ] ||
              { echo "(SecretNotFound) A secret with (name/id) $name was not found in this key vault." >&2; exit 3; } ;;
          'keyvault secret set') cp "$file" "$FAKE/secrets/$name" ;;
        esac

        """;

    private const string Azd = """
        #!/bin/sh
        rotating=${CRISISFLOW_ROTATING:+ (rotating to $CRISISFLOW_LINKS_CURRENT_KEY_ID)}
        printf 'azd %s%s\n' "$*" "$rotating" >> "$FAKE/calls"
        [ "$1 $2" != 'env get-values' ] || cat "$FAKE/values"

        """;

    /// <summary>Stands for the program's check, and starts PowerShell where that is a tool of dotnet.</summary>
    private const string Dotnet = """
        #!/bin/sh
        case "$1" in *pwsh.dll) exec "$(PATH=$REST command -v dotnet)" "$@" ;; esac
        printf 'dotnet %s\n' "$*" >> "$FAKE/calls"
        [ ! -f "$FAKE/wrong" ] || { cat "$FAKE/wrong"; exit 1; }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("crisisflow-azure-").FullName;

    public FakeAzure()
    {
        foreach (var folder in (string[])["bin", "group", "secrets"])
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        Command("az", Az);
        Command("azd", Azd);
        Command("dotnet", Dotnet);
        File.WriteAllText(
            Path.Combine(_folder, "values"),
            "AZURE_KEY_VAULT_NAME=\"kv-test\"\nAZURE_SUBSCRIPTION_ID=\"sub\"\n"
                + "AZURE_RESOURCE_GROUP=\"rg-test\"\nAZURE_FUNCTION_NAME=\"func-test\"\n"
        );
    }

    public Dictionary<string, string?> Environment { get; } =
        new()
        {
            ["AZURE_ENV_NAME"] = "test",
            ["AZURE_LOCATION"] = "westeurope",
            ["DEPLOY_PAUSE"] = "0",
        };

    public IReadOnlyList<string> Calls => File.Exists(At("calls")) ? File.ReadAllLines(At("calls")) : [];

    public string Parameters => File.ReadAllText(At("parameters"));

    public IReadOnlyDictionary<string, string> Secrets =>
        Directory.EnumerateFiles(At("secrets")).ToDictionary(f => Path.GetFileName(f), File.ReadAllText);

    /// <summary>The group is there, with these tags.</summary>
    public void Deployed(params (string Tag, string Value)[] tags)
    {
        File.WriteAllText(At("group", "name"), "rg-test\n");
        foreach (var (tag, value) in tags)
            File.WriteAllText(At("group", "tags." + tag), value + "\n");
    }

    public void Secret(string name, string value) => File.WriteAllText(At("secrets", name), value);

    /// <summary>So many requests to the vault are refused before the role counts.</summary>
    public void ForbiddenFor(int requests) =>
        File.WriteAllText(At("forbidden"), requests.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The check of settings finds this.</summary>
    public void SettingsAreWrong(string problem) => File.WriteAllText(At("wrong"), problem + "\n");

    public void SignOut() => File.WriteAllText(At("signed-out"), "");

    /// <summary>Runs scripts/deploy or its twin; skips where there is no such shell.</summary>
    /// <param name="shell">sh or pwsh.</param>
    public (int Exit, string Output, string Error) Deploy(string shell, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("az and azd are faked by shell scripts, which Windows does not run.");
        if (Shells.Missing(shell) is { } reason)
            Assert.Skip(reason);
        string[] command =
            shell == "sh"
                ? [Path.Combine(RepositoryRoot.Path, "scripts", "deploy")]
                :
                [
                    "-NoProfile",
                    "-NonInteractive",
                    "-File",
                    Path.Combine(RepositoryRoot.Path, "scripts", "deploy.ps1"),
                ];
        return Running.Start(
            shell,
            RepositoryRoot.Path,
            [.. command, .. arguments],
            new Dictionary<string, string?>(Environment)
            {
                ["FAKE"] = _folder,
                ["REST"] = System.Environment.GetEnvironmentVariable("PATH"),
                ["PATH"] =
                    Path.Combine(_folder, "bin")
                    + Path.PathSeparator
                    + System.Environment.GetEnvironmentVariable("PATH"),
            }
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(params string[] path) => Path.Combine([_folder, .. path]);

    private void Command(string name, string text)
    {
        File.WriteAllText(At("bin", name), text.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At("bin", name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
