using CrisisFlow.Mail;

namespace CrisisFlow.Testing.Mail;

/// <summary>A mail that every transport has to bring as it is, or as said where it cannot stay as it is.</summary>
/// <param name="Name">What arrives of the sender's and the reader's name.</param>
/// <param name="Address">What arrives of the reader's address.</param>
/// <param name="Body">What arrives of text and HTML.</param>
internal sealed record SampleMail(
    MailMessage Mail,
    string? Subject = null,
    string? Name = null,
    string? Address = null,
    string? Body = null
)
{
    public static readonly IReadOnlyDictionary<string, SampleMail> All = new Dictionary<string, SampleMail>
    {
        ["plain"] = Of(),
        ["Chinese"] = Of(
            subject: "【橙色】请研判：示例果泥吃出玻璃，多名儿童送医，截至今日十八时仍未得到回应",
            name: "李安",
            body: "第一行\n第二行 👩‍👩‍👧‍👦 𠮷\n"
        ),
        ["without a thread"] = Of(thread: null),
        ["without display names"] = Of(name: ""),
        ["to an international domain"] = Of(address: "ann@中国.example").Becoming(address: "ann@xn--fiqs8s.example"),
        ["a name that poses as an address"] = Of(name: "ceo@bank.example\" <evil@evil.example>"),
        ["line ends in names, subject and ids"] = Of(
                subject: "a\r\nBcc: evil@evil.example",
                name: "b\nBcc: evil@evil.example",
                id: "c\r\nBcc: d",
                thread: "e\r\nBcc: f"
            )
            .Becoming(subject: "a Bcc: evil@evil.example", name: "b Bcc: evil@evil.example"),
        ["text that looks like an encoded word"] = Of(
            subject: "a =?utf-8?B?4oCu?= b 中 c =?utf-8?Q?=0D=0A?= d",
            name: "=?utf-8?B?ZXZpbA==?="
        ),
        ["marks that turn the direction"] = Of(subject: "\u202ea\u2066b\u200fc", name: "\u202eAnn")
            .Becoming(subject: "abc", name: "Ann"),
        ["half a surrogate pair"] = Of(subject: "a\ud83d", name: "b\udc00", body: "c\ud83d d")
            .Becoming(subject: "a\ufffd", name: "b\ufffd", body: "c\ufffd d"),
        ["a subject of ten thousand characters"] = Of(subject: new string('长', 10_000))
            .Becoming(subject: new string('长', 250) + "…"),
        ["dots and commands in the text"] = Of(
            body: "a\n.\n..b\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n" + new string('x', 5_000)
        ),
    };

    private SampleMail Becoming(
        string? subject = null,
        string? name = null,
        string? address = null,
        string? body = null
    ) => this with { Subject = subject, Name = name, Address = address, Body = body };

    private static SampleMail Of(
        string subject = "Approve statement 1: price",
        string name = "Ann Smith",
        string address = "ann@brand.example",
        string id = "case-7.mail-3",
        string? thread = "case-7",
        string body = "Open https://crisis.example/l/t0\n"
    ) => new(new MailMessage(id, new("crisis@brand.example", name), new(address, name), subject, body, body, thread));
}
