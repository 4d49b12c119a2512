using System.Text;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Web;

namespace Oversight.Functions.Tests.Web;

public sealed class FormStateTests
{
    [Fact]
    public async Task What_was_typed_is_kept_as_it_was_typed_with_one_kind_of_line_end()
    {
        var form = await PostAsync("text=%3Cb%3EHej%3C%2Fb%3E%0D%0Anästa&services=a&services=b&_version=3&_key=k-1");

        form["text"].ShouldBe("<b>Hej</b>\nnästa");
        form.All("services").ShouldBe(["a", "b"]);
        form.ExpectedVersion.ShouldBe(3);
        form.IdempotencyKey.ShouldBe("k-1");
        form["saknas"].ShouldBe("");
        form.Has("saknas").ShouldBeFalse();
    }

    [Theory]
    [InlineData("_key=a%20b&_version=x")]
    [InlineData("_key=&_version=-1")]
    [InlineData("_key=%2F%5C%23%3F&_version=3.0")]
    public async Task A_key_or_version_that_was_tampered_with_is_none(string body)
    {
        var form = await PostAsync(body);

        form.IdempotencyKey.ShouldBeNull();
        form.ExpectedVersion.ShouldBeNull();
    }

    [Fact]
    public async Task Errors_stand_at_their_field_beside_what_was_typed()
    {
        var form = (await PostAsync("text=hej&_key=k")).WithErrors(new Refusal("a.b", "text"), new Refusal("a.c"));

        form["text"].ShouldBe("hej");
        form.ErrorsFor("text").ShouldBe([new Refusal("a.b", "text")]);
        form.Errors.Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_conflict_the_text_stands_against_the_new_version()
    {
        var form = (await PostAsync("text=hej&_key=k&_version=1")).With("k2", 2);

        form["text"].ShouldBe("hej");
        form.ExpectedVersion.ShouldBe(2);
        form.IdempotencyKey.ShouldBe("k2");
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused_with_415() =>
        (await Should.ThrowAsync<RequestRefusedException>(() => PostAsync("{}", "application/json"))).Status
            .ShouldBe(415);

    [Fact]
    public async Task A_text_form_over_the_limit_is_refused_with_413() =>
        (await Should.ThrowAsync<RequestRefusedException>(
            () => PostAsync("text=" + new string('a', 2 * 1024 * 1024)))).Status.ShouldBe(413);

    [Theory]
    [InlineData("--x\r\nbroken")]
    [InlineData("{}")]
    public async Task A_broken_multipart_body_is_refused_with_400(string body) =>
        (await Should.ThrowAsync<RequestRefusedException>(() =>
            PostAsync(body, "multipart/form-data; boundary=x"))).Status.ShouldBe(400);

    [Theory]
    [InlineData("\"v3\"", 3)]
    [InlineData("\"v0\"", 0)]
    [InlineData("", null)]
    public void If_Match_carries_a_version(string header, int? version)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfMatch = header;

        request.ExpectedVersion().ShouldBe(version);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("v3")]
    [InlineData("\"v-1\"")]
    [InlineData("\"v")]
    [InlineData("\"v3\", \"v4\"")]
    public void An_If_Match_that_names_no_version_is_refused(string header)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfMatch = header;

        Should.Throw<RequestRefusedException>(() => request.ExpectedVersion()).Status.ShouldBe(400);
    }

    [Fact]
    public void A_refusal_of_what_the_form_does_not_ask_for_is_told_of_the_whole_form()
    {
        var form = FormState.New("key").WithErrors(
            new Refusal("a", "area"), new Refusal("b", "area[0].code"), new Refusal("c", "until"), new Refusal("d"));

        form.LinkedTo(["area"]).Errors.Select(error => error.Field).ShouldBe(["area", "area[0].code", null, null]);
    }

    private static Task<FormState> PostAsync(string body, string contentType = "application/x-www-form-urlencoded")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.ContentType = contentType;
        request.ContentLength = bytes.Length;
        request.Body = new MemoryStream(bytes);
        return FormState.ReadAsync(request, TestContext.Current.CancellationToken);
    }
}
