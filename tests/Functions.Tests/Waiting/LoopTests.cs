using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Waiting;
using Oversight.Waiting;
using static Oversight.Functions.Tests.Waiting.Errands;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>How a loop is woken, and what happens when it is not.</summary>
public sealed class LoopTests(ErrandApp world) : IClassFixture<ErrandApp>
{
    private const string Running = $"{LoopNames.LoopV1} Running";

    private DateOnly Today => DateOnly.FromDateTime(world.App.Clock.Now.Date);

    [Fact]
    public async Task An_answer_wakes_the_loop_at_once_and_a_note_does_not()
    {
        var id = await world.BeginAsync(Answer("a"), Answer("b"));
        await world.UntilAsync(id, shown => shown.HasSeen(1) && shown.Instance == Running);

        await world.ChangeAsync(id, new ErrandCommand.Answer("a"));
        var answered = await world.UntilAsync(id, shown => shown.HasSeen(2));
        await world.ChangeAsync(id, new ErrandCommand.Note());
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await world.ShowAsync(id)).Seen.ShouldBe(answered.Seen);

        await world.ChangeAsync(id, new ErrandCommand.Answer("b"));
        await world.UntilAsync(id, shown => shown.HasSeen(4) && shown.Instance == $"{LoopNames.LoopV1} Completed");
    }

    [Fact]
    public async Task What_ended_waits_again_when_it_begins_again()
    {
        var id = await world.BeginAsync(Answer("a"));
        await world.ChangeAsync(id, new ErrandCommand.Answer("a"));
        await world.UntilAsync(id,
            shown => shown.HasSeen(2) && shown.Instance.EndsWith("Completed", StringComparison.Ordinal));

        await world.ChangeAsync(id, new ErrandCommand.Begin(Answer("a")));

        await world.UntilAsync(id, shown => shown.HasSeen(3) && shown.Instance == Running);
    }

    [Fact]
    public async Task A_wake_up_that_comes_while_a_step_is_taken_is_carried_to_the_next_turn()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var today = Today;
        world.Trouble.Hold = async _ =>
        {
            begun.TrySetResult();
            await goOn.Task;
        };
        var id = await world.BeginAsync(Answer("a", WaitingStep.Remind(today)), Answer("b"));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await world.ChangeAsync(id, new ErrandCommand.Answer("b"));
        // Its message has been taken: nothing but the turn under way can hold the wake-up.
        await world.SweepAsync();
        goOn.SetResult();
        world.Trouble.Hold = _ => Task.CompletedTask;

        var shown = await world.UntilAsync(id, shown => shown.HasSeen(3));
        (await world.StepsAsync(id)).ShouldBe([$"a remind {today:O}"]);
        await world.ChangeAsync(id, new ErrandCommand.Answer("a"));
        await world.UntilAsync(id,
            shown => shown.HasSeen(4) && shown.Instance.EndsWith("Completed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_wake_up_is_made_good_by_the_sweep_of_the_minute()
    {
        var marks = world.App.Services.GetRequiredService<UnseenMarks>();
        var begun = await world.BeginAsync(Answer("a"), Answer("b"));
        await world.UntilAsync(begun, shown => shown.HasSeen(1));

        // As after a wake-up that reached nobody: the mark stands, and nothing has come.
        await marks.SetAsync(Kind.StreamId(begun), 2, ErrandApp.Today, TestContext.Current.CancellationToken);
        await world.ChangeAsync(begun, new ErrandCommand.Note());
        (await world.ShowAsync(begun)).Seen!.Version.ShouldBe(1);
        await world.App.Clock.AdvanceByAsync("PT2M");

        (await world.ShowAsync(begun)).HasSeen(2).ShouldBeTrue();
    }

    [Fact]
    public async Task What_cannot_be_worked_out_shows_in_health_and_goes_on_when_it_is_mended()
    {
        var today = Today;
        var before = await CountAsync();
        var id = await world.BeginAsync(Answer("a", WaitingStep.Remind(today.AddDays(1))));
        await world.ChangeAsync(id, new ErrandCommand.Break(true));
        await world.UntilAsync(id, shown => shown.HasSeen(2) && shown.Instance == Running);
        (await CountAsync()).ShouldBe(before + 1);
        await world.App.Clock.AdvanceByAsync("P2D");
        (await world.StepsAsync(id)).ShouldBeEmpty();

        await world.ChangeAsync(id, new ErrandCommand.Break(false));

        await world.UntilAsync(id, shown => shown.HasSeen(4));
        (await world.StepsAsync(id)).Count.ShouldBe(1);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_failed_loop_is_restarted_three_times_and_then_only_shown()
    {
        var before = await CountAsync();
        var id = Id.From(Guid.NewGuid());
        world.Trouble.Failing[Kind.StreamId(id)] = true;
        await world.BeginAsync(id, Answer("a"));
        await world.UntilAsync(id, shown => shown.Instance.EndsWith("Failed", StringComparison.Ordinal));
        for (var round = 1; round <= Wakes.MostRestarts; round++)
        {
            await world.App.Clock.AdvanceByAsync("PT2M", mayFail: true);
            var shown = await world.UntilAsync(id,
                shown => shown.Instance.EndsWith("Failed", StringComparison.Ordinal));
            shown.Seen!.Restarts.ShouldBe(round);
        }

        await world.App.Clock.AdvanceByAsync("PT2M", mayFail: true);
        await world.App.Clock.AdvanceByAsync("PT2M", mayFail: true);
        (await world.ShowAsync(id)).Seen!.Restarts.ShouldBe(Wakes.MostRestarts + 1);
        (await CountAsync()).ShouldBe(before + 1);
        world.Trouble.Failing.Clear();
    }

    [Fact]
    public async Task A_step_that_stays_due_though_it_was_taken_does_not_keep_its_loop_busy()
    {
        var id = await world.BeginAsync(Answer("a", new WaitingStep(Stubborn, Today)));

        await world.UntilAsync(id, shown => shown.HasSeen(2));
        await world.App.Clock.AdvanceByAsync("PT2M");

        (await world.StepsAsync(id)).Count.ShouldBe(1);
        (await world.ShowAsync(id)).Seen!.Turn.ShouldBeLessThan(5);
        // It is due for ever: let it not keep the sweeps of other tests busy.
        await world.ChangeAsync(id, new ErrandCommand.Answer("a"));
    }

    [Fact]
    public async Task The_sweeps_twice_at_once_change_nothing()
    {
        var today = Today;
        var (first, last) = (today.AddDays(2), today.AddDays(3));
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            world.BeginAsync(Answer("a", WaitingStep.Remind(first), WaitingStep.Escalate(last)))));

        var moving = world.App.Clock.AdvanceByAsync("P6D", mayFail: true);
        while (!moving.IsCompleted)
            await world.SweepAsync();
        await moving;

        foreach (var id in ids)
        {
            await world.UntilAsync(id, shown => shown.HasSeen(3));
            (await world.StepsAsync(id)).ShouldBe([$"a remind {first:O}", $"a escalate {last.AddDays(1):O}"]);
        }
    }

    private async Task<int> CountAsync()
    {
        using var client = world.App.Anonymous();
        var health = JsonNode.Parse(
            await client.GetStringAsync(new Uri("api/health", UriKind.Relative),
                TestContext.Current.CancellationToken))!;
        return health["parts"]!["waiting"]!["count"]!.GetValue<int>();
    }
}
