using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Local.Host.Machine;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Http;

/// <summary>What would lead astray on the platform is refused here, by the names of the functions.</summary>
public sealed class StartRefusalTests
{
    [Theory]
    [InlineData(typeof(SameShape), "First", "Second")]
    [InlineData(typeof(SameConstraint), "First", "Second")]
    [InlineData(typeof(GeneralBeforeSpecial), "AGeneral", "BSpecial")]
    [InlineData(typeof(FallbackFirst), "AFallback", "Other")]
    [InlineData(typeof(BothStartPage), "First", "Second")]
    [InlineData(typeof(ReservedWord), "Reserved", "administration")]
    [InlineData(typeof(SameName), "Twice", "SameName.One")]
    [InlineData(typeof(UnknownConstraint), "Strange", "personnummer")]
    public async Task Functions_that_the_platform_would_mix_up_or_refuse_stop_the_start(
        Type functions, string first, string second)
    {
        var refusal = await Should.ThrowAsync<StartRefusedException>(
            () => AppFixture.StartAsync(new() { Application = TestApplication.Of(functions) }));
        refusal.Message.ShouldContain(first);
        refusal.Message.ShouldContain(second);
    }

    [Theory]
    [InlineData(typeof(OtherMethods))]
    [InlineData(typeof(ConstraintsApart))]
    [InlineData(typeof(SpecialBeforeGeneral))]
    public async Task Routes_that_cannot_be_mixed_up_are_accepted(Type functions)
    {
        await using var app = await AppFixture.StartAsync(new() { Application = TestApplication.Of(functions) });
        app.Address.IsLoopback.ShouldBeTrue();
    }

    public sealed class SameShape
    {
        [Function("First")]
        public void One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "amb/{a}")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("Second")]
        public void Two(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "AMB/{b}")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class SameConstraint
    {
        [Function("First")]
        public void One(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x/{a:length(27)}")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("Second")]
        public void Two(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x/{b:alpha}")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class GeneralBeforeSpecial
    {
        [Function("AGeneral")]
        public void One(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "prec/{slug}")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("BSpecial")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "prec/fixed")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class FallbackFirst
    {
        [Function("AFallback")]
        public void One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("Other")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sida")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class BothStartPage
    {
        [Function("First")]
        public void One(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")]
            HttpRequest request) => Answer.Empty(request);

        [Function("Second")]
        public void Two(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{page:int?}")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class ReservedWord
    {
        [Function("Reserved")]
        public void One(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "administration")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class SameName
    {
        [Function("Twice")]
        public void One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("twice")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "b")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class UnknownConstraint
    {
        [Function("Strange")]
        public void One(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{id:personnummer}")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class OtherMethods
    {
        [Function("First")]
        public void One(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "a/{id}")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("Second")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a/{id}")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class ConstraintsApart
    {
        [Function("First")]
        public void One(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{id:length(27)}")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("Second")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/ny")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("Third")]
        public void Three(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{id:guid}")] HttpRequest request) =>
            Answer.Empty(request);
    }

    public sealed class SpecialBeforeGeneral
    {
        [Function("ASpecial")]
        public void One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "prec/fixed")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("BGeneral")]
        public void Two(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "prec/{slug}")] HttpRequest request) =>
            Answer.Empty(request);

        [Function("ZzzFallback")]
        public void Three(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "{*path}")] HttpRequest request) =>
            Answer.Empty(request);
    }

    private static class Answer
    {
        public static void Empty(HttpRequest request) =>
            request.HttpContext.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
