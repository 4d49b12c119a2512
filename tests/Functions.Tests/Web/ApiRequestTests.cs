using System.Text;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Web;

namespace Oversight.Functions.Tests.Web;

public sealed class ApiRequestTests
{
    [Fact]
    public async Task A_body_of_the_right_shape_is_read()
    {
        var body = await ReadAsync(
            """{"text":"Hej","board":"socialnamnden","lines":[{"count":2}],"day":"2027-01-15"}""");

        body.TryGet(out var value, out _).ShouldBeTrue();
        value!.Text.ShouldBe("Hej");
        value.Board.ShouldBe(new BoardId("socialnamnden"));
        value.Day.ShouldBe(new DateOnly(2027, 1, 15));
        value.Lines.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"text":"Hej","board":"s","lines":[],"oklart":1}""", "request.unknown-property", "oklart")]
    [InlineData("""{"text":"Hej","board":"s","lines":[{"count":1,"antal":2}]}""", "request.unknown-property",
        "lines[0].antal")]
    [InlineData("""{"text":"Hej","lines":[]}""", "request.property-missing", "board")]
    [InlineData("""{"text":null,"board":"s","lines":[]}""", "request.value-invalid", "text")]
    [InlineData("""{"text":17,"board":"s","lines":[]}""", "request.value-invalid", "text")]
    [InlineData("""{"text":"Hej","board":"s","lines":[{"count":"2"}]}""", "request.value-invalid", "lines[0].count")]
    [InlineData("""{"text":"Hej","board":"s","lines":[],"day":"i går"}""", "request.value-invalid", "day")]
    [InlineData("""{"text":"a","text":"b","board":"s","lines":[]}""", "request.value-invalid", "text")]
    [InlineData("""{"text":"Hej","board":"s","lines":null}""", "request.value-invalid", "lines")]
    [InlineData("""{"text":"Hej","board":"s","lines":[null]}""", "request.value-invalid", "lines[0]")]
    public async Task What_is_wrong_is_named(string json, string code, string field)
    {
        var (status, problem) = await ProblemAsync(json);

        status.ShouldBe(400);
        problem.ShouldContain($"\"code\":\"{code}\"");
        problem.ShouldContain($"\"{field}\":[");
    }

    [Theory]
    [InlineData("{", "request.malformed-json")]
    [InlineData("", "request.malformed-json")]
    [InlineData("inte json", "request.malformed-json")]
    [InlineData("null", "request.body-missing")]
    [InlineData("""{"\ud800":1}""", "request.malformed")]
    public async Task A_body_that_is_not_JSON_is_refused(string json, string code)
    {
        var (status, problem) = await ProblemAsync(json);

        status.ShouldBe(400);
        problem.ShouldContain($"\"code\":\"{code}\"");
    }

    [Fact]
    public async Task JSON_nested_without_end_is_refused() =>
        (await ProblemAsync(new string('[', 10_000))).Status.ShouldBe(400);

    [Fact]
    public async Task Another_content_type_is_refused() =>
        (await ProblemAsync("text=hej", "application/x-www-form-urlencoded")).Status.ShouldBe(415);

    [Fact]
    public async Task A_body_over_the_limit_is_refused_whatever_its_length_says()
    {
        var json = $$"""{"text":"{{new string('a', 1024 * 1024)}}","board":"s","lines":[]}""";

        (await ProblemAsync(json)).Status.ShouldBe(413);
        (await ProblemAsync(json, length: null)).Status.ShouldBe(413);
    }

    private static async Task<(int Status, string Json)> ProblemAsync(
        string json, string contentType = "application/json", long? length = -1)
    {
        var context = Context(json, contentType, length);
        var body = await ApiRequest.ReadJsonAsync<Sample>(context.Request, TestContext.Current.CancellationToken);
        body.TryGet(out _, out var problem).ShouldBeFalse();
        await problem!.ExecuteAsync(context);
        context.Response.Body.Position = 0;
        return (context.Response.StatusCode,
            await new StreamReader(context.Response.Body).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private static Task<JsonBody<Sample>> ReadAsync(string json) =>
        ApiRequest.ReadJsonAsync<Sample>(Context(json, "application/json; charset=utf-8", -1).Request,
            TestContext.Current.CancellationToken);

    private static DefaultHttpContext Context(string json, string contentType, long? length)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var context = new DefaultHttpContext { RequestServices = Application.Services };
        context.Request.Method = "POST";
        context.Request.ContentType = contentType;
        context.Request.ContentLength = length == -1 ? bytes.Length : length;
        context.Request.Body = new MemoryStream(bytes);
        context.Response.Body = new MemoryStream();
        return context;
    }

    private sealed record Sample(
        string Text, BoardId Board, IReadOnlyList<Line> Lines, DateOnly? Day = null, string? Note = null);

    private sealed record Line(int Count);
}
