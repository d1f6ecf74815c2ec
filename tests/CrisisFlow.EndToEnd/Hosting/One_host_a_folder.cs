using System.Runtime.Versioning;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Local.Mail;
using CrisisFlow.Local.Storage;
using CrisisFlow.Settings;

namespace CrisisFlow.EndToEnd.Hosting;

public sealed class One_host_a_folder : IDisposable
{
    private readonly string _folder = Path.Combine(
        Directory.CreateTempSubdirectory("crisisflow-folder-").FullName,
        "data"
    );

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void A_second_host_is_refused_and_told_why_and_the_next_one_is_not()
    {
        using (DataFolder.Take(_folder))
        {
            var refused = Assert.ThrowsAny<IOException>(() => DataFolder.Take(_folder));
            Assert.Equal(
                $"The data folder {_folder} is in use by another CrisisFlow host; stop that one, or name another "
                    + "folder with --data.",
                refused.Message
            );
        }

        DataFolder.Take(_folder).Dispose();
    }

    [UnsupportedOSPlatform("windows")]
    [Fact(Timeout = 120_000)]
    public async Task Nobody_but_the_owner_can_read_what_lies_in_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        using var held = DataFolder.Take(_folder);
        using var store = new SqliteEntityStore(Path.Combine(_folder, "crisisflow.db"));
        await store.CreateTablesAsync(["one"], TestContext.Current.CancellationToken);
        LinkKeyFile.Load(new LinkSettings(), _folder);
        _ = new OutboxTransport(Path.Combine(_folder, "outbox"), TimeProvider.System);
        const UnixFileMode others =
            UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        foreach (
            var path in (string[])[".", "crisisflow.db", "crisisflow.db-wal", "crisisflow.db-shm", "link.key", "outbox"]
        )
            Assert.True(
                (File.GetUnixFileMode(Path.Combine(_folder, path)) & others) == 0,
                $"{path} is {File.GetUnixFileMode(Path.Combine(_folder, path))}."
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64")]
    [InlineData("c2hvcnQ=")]
    public void A_damaged_key_is_told_with_its_file(string content)
    {
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, "link.key");
        File.WriteAllText(file, content);
        var told = Assert.Single(
            Assert.Throws<SettingsException>(() => LinkKeyFile.Load(new LinkSettings(), _folder)).Problems
        );
        Assert.Equal(
            (
                file,
                "The key in this file is damaged. Put it back from a backup; or delete the file, and a new key is "
                    + "made that does not fit links which are out."
            ),
            (told.Place, told.Message)
        );
        Assert.Equal(content, File.ReadAllText(file));
    }
}
