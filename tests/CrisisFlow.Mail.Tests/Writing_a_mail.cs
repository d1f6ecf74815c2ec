using System.Text;

namespace CrisisFlow.Mail.Tests;

public sealed class Writing_a_mail
{
    private static readonly DateTimeOffset Date = new(2026, 11, 20, 9, 5, 7, TimeSpan.FromHours(8));
    private static readonly string[] HeaderNames =
    [
        "Date",
        "From",
        "To",
        "Subject",
        "Message-ID",
        "In-Reply-To",
        "References",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "MIME-Version",
        "Content-Type",
    ];

    [Fact]
    public void Writing_a_mail_gives_a_mail_that_reads_as_it_was_meant()
    {
        var read = Written(Sample(subject: "【橙色】请研判：价格", text: "第一行\n第二行", html: "<p>你好</p>"));
        Assert.Equal("【橙色】请研判：价格", read.Subject);
        Assert.Equal("第一行\r\n第二行", read.Text);
        Assert.Equal("<p>你好</p>", read.Html);
        Assert.Equal("Fri, 20 Nov 2026 09:05:07 +0800", read.Date);
        Assert.Equal("\"Ann Smith\" <ann@brand.example>", read.To);
    }

    [Theory]
    [InlineData("x\r\nBcc: evil@evil.example")]
    [InlineData("x\nBcc: evil@evil.example")]
    [InlineData("x\rBcc: evil@evil.example")]
    [InlineData("x\u2028Bcc: evil@evil.example")]
    [InlineData("x\u0085Bcc: evil@evil.example")]
    [InlineData("x\0Bcc: evil@evil.example")]
    [InlineData("x\r\n\r\n<script>")]
    public void Writing_a_mail_lets_no_text_make_a_header_of_its_own(string hostile)
    {
        var mail = Sample(subject: hostile, name: hostile, id: hostile, thread: hostile, text: hostile, html: hostile);
        Assert.Equal(HeaderNames, Headers(Eml.Write(mail, Date)).Select(header => header[..header.IndexOf(':')]));
    }

    [Theory]
    [InlineData("plain words")]
    [InlineData("words with =?utf-8?B?ZXZpbA==?= in them")]
    [InlineData("词 and words before =?utf-8?Q?evil?= and behind it")]
    [InlineData("很长的标题")]
    [InlineData("👩‍👩‍👧‍👦 emoji 𠮷")]
    public void Writing_a_mail_folds_every_subject_within_76_characters_and_gives_it_back(string subject)
    {
        foreach (var times in (int[])[1, 8, 20])
        {
            var whole = string.Join(' ', Enumerable.Repeat(subject, times));
            whole = whole.Length > HeaderText.Longest ? whole[..200].TrimEnd() : whole;
            if (char.IsHighSurrogate(whole[^1]))
                whole = whole[..^1];
            var eml = Eml.Write(Sample(subject: whole), Date);
            Assert.All(Encoding.ASCII.GetString(eml).Split("\r\n"), line => Assert.True(line.Length <= 76, line));
            Assert.Equal(whole, EmlReader.Read(eml)!.Subject);
        }
    }

    [Theory]
    [InlineData("示例公司危机处置组")]
    [InlineData("Ann \"the\" =?utf-8?Q?evil?= 李")]
    [InlineData("Brand, Inc. (Crisis)")]
    public void Writing_a_mail_folds_every_name_within_76_characters_and_gives_it_back(string name)
    {
        foreach (var times in (int[])[1, 5, 20])
        {
            var whole = string.Join(' ', Enumerable.Repeat(name, times));
            whole = whole.Length > HeaderText.Longest ? whole[..200].TrimEnd() : whole;
            var eml = Eml.Write(Sample(name: whole), Date);
            Assert.All(Encoding.ASCII.GetString(eml).Split("\r\n"), line => Assert.True(line.Length <= 76, line));
            Assert.Equal($"\"{whole}\" <ann@brand.example>", EmlReader.Read(eml)!.To);
        }
    }

    [Fact]
    public void Writing_a_mail_cuts_a_subject_of_ten_thousand_characters() =>
        Assert.InRange(Written(Sample(subject: new string('长', 10_000))).Subject.Length, 200, 260);

    [Fact]
    public void Writing_a_mail_takes_marks_that_turn_the_direction_out_of_a_subject() =>
        Assert.Equal("abc", EmlReader.Read(Eml.Write(Sample(subject: "\u202ea\u2066b\u200fc"), Date))!.Subject);

    [Fact]
    public void Writing_a_mail_shows_a_display_name_that_poses_as_an_address_as_a_quoted_name()
    {
        var header = Headers(Eml.Write(Sample(name: "ceo@bank.example\" <evil@evil.example>"), Date))
            .Single(line => line.StartsWith("To:", StringComparison.Ordinal));
        Assert.Equal("To: \"ceo@bank.example\\\" <evil@evil.example>\" <ann@brand.example>", header);
    }

    [Fact]
    public void Writing_a_mail_holds_no_line_a_server_could_stumble_over()
    {
        var text = "a\n.\nb\r\n.\r\nMAIL FROM:<evil>\n" + new string('x', 5_000);
        var eml = Encoding.ASCII.GetString(Eml.Write(Sample(text: text), Date));
        Assert.DoesNotContain("\r\n.", eml);
        Assert.Equal(eml.Count(c => c == '\n'), eml.Split("\r\n").Length - 1);
        Assert.All(eml.Split("\r\n"), line => Assert.True(line.Length <= 78));
    }

    [Fact]
    public void Writing_a_mail_says_that_nobody_wrote_it_so_that_nobody_answers_by_machine()
    {
        var headers = Headers(Eml.Write(Sample(), Date));
        Assert.Contains("Auto-Submitted: auto-generated", headers);
        Assert.Contains("X-Auto-Response-Suppress: All", headers);
    }

    [Fact]
    public void Writing_a_mail_has_the_same_message_id_at_every_try_and_another_for_another_mail()
    {
        static string MessageId(string id, DateTimeOffset date) =>
            EmlReader.Read(Eml.Write(Sample(id: id), date))!.MessageId;
        Assert.Equal(MessageId("a", Date), MessageId("a", Date.AddHours(1)));
        Assert.NotEqual(MessageId("a", Date), MessageId("b", Date));
    }

    [Fact]
    public void Writing_a_mail_gathers_the_mails_of_one_case_in_one_thread()
    {
        static string References(string id) =>
            Headers(Eml.Write(Sample(id: id, thread: "case-1"), Date))
                .Single(header => header.StartsWith("References:", StringComparison.Ordinal));
        Assert.Equal(References("a"), References("b"));
    }

    private static List<string> Headers(byte[] eml)
    {
        var text = Encoding.ASCII.GetString(eml);
        var headers = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        foreach (var fold in (string[])["\r\n ", "\r\n\t"])
            headers = headers.Replace(fold, " ", StringComparison.Ordinal);
        return [.. headers.Split("\r\n")];
    }

    private static MailMessage Sample(
        string subject = "Subject",
        string name = "Ann Smith",
        string id = "mail-1",
        string? thread = "case-1",
        string text = "text",
        string html = "<p>html</p>"
    ) =>
        new(
            id,
            new MailAddress("crisis@brand.example", "CrisisFlow"),
            new MailAddress("ann@brand.example", name),
            subject,
            html,
            text,
            thread
        );

    private static ReadMail Written(MailMessage mail) => EmlReader.Read(Eml.Write(mail, Date))!;
}
