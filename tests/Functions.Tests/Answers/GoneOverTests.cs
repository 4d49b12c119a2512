using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Answers;

/// <summary>A unit that goes over to another provider while something is asked leaves it nothing to read.</summary>
public sealed class GoneOverTests : IAsyncLifetime
{
    private readonly AnswerApp _world = new();
    private readonly string _address = $"{Unique.Word()}@anordnaren.example";

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_review_reminds_nobody_else_than_the_provider_that_it_asked()
    {
        var (driver, _) = await _world.StartAsync(_address);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        (await _world.Mail.LastAsync(_address, 1, ConcernApp.Cancellation)).Subject.ShouldStartWith("Begäran");
        await _world.TakeOverAsync("Ny anordnare AB");
        var other = $"{Unique.Word()}@nyanordnare.example";
        await _world.SetContactAsync(other);
        await _world.App.Clock.AdvanceByAsync("P13D");
        await driver.DoAsync("renew-link", new { what = "supplement-1", reason = "Fel person." });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        _world.Mail.To(other).ShouldBeEmpty();
    }
}
