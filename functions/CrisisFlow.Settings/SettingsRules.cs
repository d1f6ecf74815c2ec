using System.Text.RegularExpressions;
using CrisisFlow.Mail;
using CrisisFlow.Warnings;

namespace CrisisFlow.Settings;

/// <summary>What must hold between settings; single values are checked where they are read.</summary>
internal static partial class SettingsRules
{
    public static void Check(CrisisFlowSettings settings, string place, List<SettingsProblem> problems)
    {
        void Add(string setting, string message) => problems.Add(new(place, setting, message));
        CheckBrand(settings.Brand, Add);
        CheckPeople(settings.People, Add);
        CheckTopics(settings.Topics, Add);
        foreach (var (setting, message) in SourceSettingsCheck.Failures(settings.Sources, settings.Fetch)) Add(setting, message);
        CheckMail(settings.Mail, Add);
        CheckLinks(settings.Links, Add);
        foreach (var failure in WarningSettingsCheck.Failures(settings.Warnings)) Add(failure.Setting, "It " + failure.What);
        for (var i = 0; i < settings.Channels.Webhooks.Count; i++)
        {
            var (hook, at) = (settings.Channels.Webhooks[i], $"channels.webhooks[{i}]");
            if (hook.Url is null) Add($"{at}.url", "A webhook needs an address.");
            if (hook.Secret.Length < 16) Add($"{at}.secret", $"The secret has {hook.Secret.Length} characters; it has 16 or more.");
        }

        for (var i = 0; i < settings.Channels.PressList.Count; i++)
            if (!IsAddress(settings.Channels.PressList[i])) Add($"channels.pressList[{i}]", $"'{settings.Channels.PressList[i]}' is not a mail address.");
    }

    /// <summary>local@domain, without anything that could start another header or recipient.</summary>
    public static bool IsAddress(string text) => text.Length <= 254 && MailAddresses.Check(text) is null;

    private static void CheckBrand(BrandSettings brand, Action<string, string> add)
    {
        if (brand.Language is not ("zh" or "en")) add("brand.language", $"'{brand.Language}' is not zh or en.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(brand.TimeZone, out _)) add("brand.timeZone", $"'{brand.TimeZone}' is not a time zone this machine knows.");
    }

    private static void CheckPeople(List<PersonSettings> people, Action<string, string> add)
    {
        CheckIds("people", people.Select(p => p.Id), add);
        for (var i = 0; i < people.Count; i++)
        {
            var (person, at) = (people[i], $"people[{i}]");
            if (!IsAddress(person.Email)) add($"{at}.email", $"'{person.Email}' is not a mail address.");
            if (person.Language is not ("zh" or "en" or "")) add($"{at}.language", $"'{person.Language}' is not zh or en.");
            if (person.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(person.TimeZone, out _))
                add($"{at}.timeZone", $"'{person.TimeZone}' is not a time zone this machine knows.");
            if (person.Roles.Count == 0) add($"{at}.roles", $"'{person.Id}' has no role; a person has at least one.");
            if (person.Deputy.Length > 0 && people.All(p => p.Id != person.Deputy)) add($"{at}.deputy", $"There is no person '{person.Deputy}'.");
        }
    }

    private static void CheckTopics(List<TopicSettings> topics, Action<string, string> add)
    {
        CheckIds("topics", topics.Select(t => t.Id), add);
        for (var i = 0; i < topics.Count; i++)
            if (string.IsNullOrWhiteSpace(topics[i].Match)) add($"topics[{i}].match", "A topic needs a query.");
    }

    private static void CheckMail(MailSettings mail, Action<string, string> add)
    {
        if (!IsAddress(mail.From)) add("mail.from", $"'{mail.From}' is not a mail address.");
        if (mail.Transport == MailTransportKind.Smtp && mail.Smtp.Host.Length == 0) add("mail.smtp.host", "Mail by SMTP needs a host.");
    }

    private static void CheckLinks(LinkSettings links, Action<string, string> add)
    {
        CheckKey("links.currentKey", links.CurrentKey, add);
        CheckKey("links.previousKey", links.PreviousKey, add);
        if (links.PreviousKey.Length > 0 && links.CurrentKey.Length == 0)
            add("links.previousKey", "There is a previous key and no current one.");
    }

    private static void CheckKey(string setting, string key, Action<string, string> add)
    {
        if (key.Length == 0) return;
        var bytes = new byte[key.Length];
        if (!Convert.TryFromBase64String(key, bytes, out var length) || length < 32)
            add(setting, "The key is not 32 bytes or more in base64.");
    }

    private static void CheckIds(string list, IEnumerable<string> ids, Action<string, string> add)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, id) in ids.Index())
        {
            if (!IdForm().IsMatch(id)) add($"{list}[{i}].id", $"'{id}' is not a name of 1 to 40 characters a-z, 0-9 and '-'.");
            else if (!seen.Add(id)) add($"{list}[{i}].id", $"'{id}' stands twice; ids are unique.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex IdForm();
}
