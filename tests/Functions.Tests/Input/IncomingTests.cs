using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Concerns;
using Oversight.Functions.Concerns.Reporting;
using Oversight.Functions.Identity;
using Oversight.Functions.Input;
using Oversight.Functions.Messaging;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;

namespace Oversight.Functions.Tests.Input;

/// <summary>Bodies, messages, headers and forms are taken as senders leave them, or refused in words.</summary>
public sealed class IncomingTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(
        """{"reporter":{"userId":"u1"},"concern":{"text":"Ha\u030Ar ho\u0308rs \u202Einget\u200B","attachments":[{"name":"a.txt","content":"SGVq_-8"}]}}""");

    [Theory]
    [MemberData(nameof(Marks))]
    public void A_message_is_read_with_any_byte_order_mark_and_its_text_is_cleaned(byte[] body)
    {
        var message = MessageJson.Read<ConcernMessage>(BinaryData.FromBytes(body));
        var (sent, _) = CallFields.Read(message.Concern, ReportFields.All);
        sent![ReportFields.Text.Name].ShouldBe("Hår hörs inget");
        using var content = sent.Files(ReportFields.Attachments.Name).Single().OpenReadStream();
        BinaryData.FromStream(content).ToArray().ShouldBe([.. "Hej"u8, 0xFF, 0xEF]);
    }

    [Fact]
    public void What_a_form_leaves_out_is_an_answer_and_a_call_must_say_it()
    {
        Field[] fields = [new TickField("licenceRequired", "Tillståndspliktig") { RequiredInCalls = true }];
        CallFields.Read([], fields).Fault
            .ShouldBe(new Refusal("request.property-missing", "licenceRequired", "licenceRequired"));
        CallFields.Read(new JsonObject { ["licenceRequired"] = null }, fields).Fault.ShouldNotBeNull();
        foreach (var said in new[] { true, false })
            CallFields.Read(new JsonObject { ["licenceRequired"] = said }, fields).Fault.ShouldBeNull();
    }

    public static TheoryData<byte[]> Marks() => new()
    {
        Json,
        (byte[])[.. Encoding.UTF8.Preamble, .. Json],
        (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. Json],
        (byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Json))],
        (byte[])[.. Encoding.BigEndianUnicode.Preamble,
            .. Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(Json))],
    };

    [Theory]
    [InlineData("""{"attachments":[{"name":"a","content":"?!"}]}""")]
    [InlineData("""{"attachments":[{"name":"a"}]}""")]
    [InlineData("""{"attachments":[{"name":null,"content":"SGVq"}]}""")]
    [InlineData("""{"attachments":{"name":"a","content":"SGVq"}}""")]
    public void What_is_no_list_of_files_in_Base64_is_refused(string concern) =>
        CallFields.Read((JsonObject)JsonNode.Parse(concern)!, ReportFields.All).Fault.ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                fault => fault.Code.ShouldBe(WebRefusals.ValueInvalid),
                fault => fault.Field.ShouldBe(ReportFields.Attachments.Name));

    [Fact]
    public async Task The_API_reads_a_body_with_a_byte_order_mark()
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/json";
        http.Request.Body = new MemoryStream([.. Encoding.UTF8.Preamble, .. "{\"name\":\"A\u030Akers\"}"u8]);
        var body = await ApiRequest.ReadJsonAsync<Named>(http.Request, TestContext.Current.CancellationToken);
        body.TryGet(out var input, out _).ShouldBeTrue();
        input!.Name.ShouldBe("Åkers");
    }

    [Theory]
    [InlineData("SGVq", "Hej")]
    [InlineData("SGVqIQ==", "Hej!")]
    [InlineData("SGVqIQ", "Hej!")]
    [InlineData("SGVq\r\nIQ==\n", "Hej!")]
    [InlineData("Pz8_", "???")]
    [InlineData("", "")]
    public void Base64_is_taken_with_and_without_padding_and_in_either_alphabet(string text, string means)
    {
        Incoming.TryBase64(text, out var bytes).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes!).ShouldBe(means);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("SGV%")]
    [InlineData("åäö=")]
    public void What_is_no_Base64_is_said_so(string text) => Incoming.TryBase64(text, out _).ShouldBeFalse();

    [Fact]
    public void The_sign_in_header_is_read_without_padding_and_with_a_mark()
    {
        var known = new HashSet<BoardId> { new("aldrenamnden") };
        byte[] json = [.. Encoding.UTF8.Preamble,
            .. """{"claims":[{"typ":"oid","val":"o1"},{"typ":"name","val":"Åsa"},{"typ":"roles","val":"registrator"}]}"""u8];
        PrincipalHeader.Read(Convert.ToBase64String(json).TrimEnd('=').Replace('+', '-').Replace('/', '_'), known)!.Name
            .ShouldBe("Åsa");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", 415)]
    [InlineData("application/x-www-form-urlencoded; charset=\"UTF-7\"", 415)]
    [InlineData("application/x-www-form-urlencoded; charset=hittepå", 415)]
    [InlineData("application/x-www-form-urlencoded; charset=windows-1252", 415)]
    [InlineData("multipart/form-data; boundary=x; charset=utf-7", 415)]
    [InlineData("multipart/form-data", 400)]
    [InlineData("multipart/form-data; boundary=", 400)]
    [InlineData("multipart/form-data; boundary=annan", 400)]
    public async Task A_form_in_another_encoding_or_with_a_wrong_boundary_is_refused(string contentType, int status) =>
        (await RefusedAsync("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nhej\r\n--x--\r\n",
            contentType)).ShouldBe(status);

    [Theory]
    [InlineData("Content-Disposition: form-data; name=\"text\"\r\nContent-Type: text/plain; charset=utf-7", 415)]
    [InlineData("Content-Type: text/plain; charset=UTF-7\r\nContent-Disposition: form-data; name=\"text\"", 415)]
    [InlineData(
        "Content-Disposition: form-data; name=\"text\"\r\nContent-Type: application/json; charset=unicode-1-1-utf-7",
        415)]
    [InlineData("Content-Disposition: form-data; name=\"text\"\r\nX-Long: {long}{long}{long}{long}{long}{long}", 400)]
    [InlineData("Content-Disposition: form-data; name=\"text\"{many}", 400)]
    public async Task A_part_in_another_encoding_or_with_too_much_before_its_content_is_refused(string head, int status)
    {
        head = head.Replace("{long}", new string('n', 3000), StringComparison.Ordinal)
            .Replace("{many}", string.Concat(Enumerable.Range(0, 100).Select(n => $"\r\nX-{n}: 1")),
                StringComparison.Ordinal);
        (await RefusedAsync($"--x\r\n{head}\r\n\r\nhej\r\n--x--\r\n", "multipart/form-data; boundary=x"))
            .ShouldBe(status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\nContent-Type: text/plain; charset=utf-8")]
    [InlineData("\r\nContent-Type: text/plain; charset=hittepa")]
    [InlineData("\r\nContent-Type: text/plain; charset=\"utf-8\"")]
    [InlineData("\r\nContent-Type: text/plain")]
    public async Task A_part_is_read_as_UTF8_when_it_says_so_or_nothing_that_is_known(string type) =>
        (await ReadAsync($"--x\r\nContent-Disposition: form-data; name=\"text\"{type}\r\n\r\nA\u030A\r\n--x--\r\n",
            "multipart/form-data; boundary=x"))["text"]
            .ShouldBe("Å");

    [Fact]
    public async Task A_boundary_or_a_field_name_that_is_too_long_is_a_faulty_form_and_not_a_large_one()
    {
        (await RefusedAsync("x", $"multipart/form-data; boundary={new string('b', 400)}")).ShouldBe(400);
        (await RefusedAsync($"{new string('k', 3000)}=1", "application/x-www-form-urlencoded")).ShouldBe(400);
    }

    [Fact]
    public async Task A_form_is_cleaned_and_its_lines_are_kept()
    {
        var form = await ReadAsync("text=A%CC%8Akers%E2%80%AE%0D%0ARad%C2%A0tv%C3%A5",
            "application/x-www-form-urlencoded; charset=UTF-8");
        form["text"].ShouldBe("Åkers\nRad två");
    }

    [Theory]
    [InlineData("https://oversight.example", "https", null, true)]
    [InlineData("https://oversight.example", "http", "https", true)]
    [InlineData("https://oversight.example", "http", "https, http", true)]
    [InlineData("https://oversight.example:443", "https", null, true)]
    [InlineData("http://oversight.example", "https", null, false)]
    [InlineData("http://oversight.example", "http", "https", false)]
    [InlineData("https://oversight.example", "http", null, false)]
    [InlineData("https://oversight.example:8443", "https", null, false)]
    public void The_origin_is_ours_by_scheme_host_and_port(string origin, string scheme, string? forwarded, bool ours)
    {
        var http = new DefaultHttpContext();
        (http.Request.Scheme, http.Request.Host) = (scheme, new HostString("oversight.example"));
        if (forwarded is not null)
            http.Request.Headers["X-Forwarded-Proto"] = forwarded;
        RequestOrigin.IsOurs(origin, http.Request).ShouldBe(ours);
    }

    private static async Task<int> RefusedAsync(string body, string contentType) =>
        (await Should.ThrowAsync<RequestRefusedException>(() => ReadAsync(body, contentType))).Status;

    private static Task<FormState> ReadAsync(string body, string contentType)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = contentType;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return FormState.ReadAsync(http.Request, TestContext.Current.CancellationToken);
    }

    private sealed record Named(string? Name = null);
}
