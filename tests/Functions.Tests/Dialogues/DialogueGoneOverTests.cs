using Oversight.Functions.Tests.Answers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Dialogues;

/// <summary>A meeting with one provider is told of to no other that has taken its unit over.</summary>
public sealed class DialogueGoneOverTests : IAsyncLifetime
{
    private readonly AnswerApp _world = new();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_minutes_of_a_meeting_with_one_go_to_nobody_who_has_taken_its_unit_over()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        await _world.SetContactAsync(address);
        var lead = await _world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var series = await DialogueDriver.OpenAsync(lead);
        await series.DoAsync("set-participants", new { participants = new[] { _world.Unit } });
        await series.PlanAsync(_world.Today, _world.Unit.Value);
        await series.AtAsync(1, "invite");
        await _world.App.Clock.AdvanceByAsync("PT2M");
        _world.Mail.To(address).Count.ShouldBe(1);
        await _world.TakeOverAsync("Ny anordnare AB");
        var other = $"{Unique.Word()}@nyanordnare.example";
        await _world.SetContactAsync(other);
        await series.AtAsync(1, "hold", new { attended = new[] { _world.Unit } });
        await series.AtAsync(1, "establish-minutes");
        await _world.App.Clock.AdvanceByAsync("PT2M");
        _world.Mail.To(other).ShouldBeEmpty();
    }
}
