namespace Oversight.Loop.Tests;

/// <summary>How a loop is woken, and what happens when it is not.</summary>
public sealed class WakingTests(LoopFixture fixture) : IClassFixture<LoopFixture>
{
    private static readonly DateOnly Today = new(2027, 1, 15);
    private readonly LoopHost _host = fixture.Host;

    [Fact]
    public async Task An_answer_wakes_the_loop_and_a_note_does_not()
    {
        await _host.OpenAsync("answered", [new("A"), new("B")]);
        await _host.UntilAsync("answered", shown => shown is { IsSettled: true });

        (await _host.ChangeAsync("answered", "answer", "A")).ShouldBeTrue();
        var answered = await _host.UntilAsync("answered", shown => shown is { IsSettled: true, Version: 2 });
        (await _host.ChangeAsync("answered", "note")).ShouldBeFalse();
        await _host.MoveAsync("PT2M");

        var noted = await _host.ShowAsync("answered");
        noted.Version.ShouldBe(3);
        noted.Loop!.Turn.ShouldBe(answered.Loop!.Turn);
    }

    [Fact]
    public async Task A_wake_up_that_comes_while_an_activity_runs_is_carried_to_the_next_turn()
    {
        await _host.OpenAsync("carried", [new("A", null, Today), new("B")], new(HoldMilliseconds: 700));
        await _host.BusyAsync();
        await _host.ChangeAsync("carried", "answer", "B");

        var shown = await _host.UntilAsync("carried", shown => shown is { IsSettled: true, Version: 3 });

        shown.Loop!.Carried.ShouldBe("answer");
        shown.Steps.ShouldHaveSingleItem().ShouldEndWith($"A/remind-{Today:O}");
        // Nothing hangs: the next wake-up is taken by the next waiter.
        await _host.ChangeAsync("carried", "close");
        (await _host.UntilAsync("carried", closed => closed.Instance?.Status == "Completed")).IsSettled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_wake_up_is_made_good_by_the_sweep_of_the_minute()
    {
        await _host.OpenAsync("lost", [new("A"), new("B")], wake: false);
        (await _host.ShowAsync("lost")).ShouldSatisfyAllConditions(
            shown => shown.Unseen.ShouldBeTrue(), shown => shown.Instance.ShouldBeNull());

        await _host.MoveAsync("PT2M");
        (await _host.ShowAsync("lost")).IsSettled.ShouldBeTrue("The loop should have been started.");

        await _host.ChangeAsync("lost", "answer", "A", wake: false);
        (await _host.ShowAsync("lost")).Loop!.Version.ShouldBe(1);
        await _host.MoveAsync("PT2M");
        (await _host.ShowAsync("lost")).ShouldSatisfyAllConditions(
            shown => shown.IsSettled.ShouldBeTrue(), shown => shown.Loop!.Version.ShouldBe(2));
    }

    [Fact]
    public async Task What_cannot_be_worked_out_is_shown_as_stuck_and_goes_on_when_it_is_mended()
    {
        await _host.OpenAsync("stuck", [new("A", null, Today)], new(Throws: true));
        var stuck = await _host.UntilAsync("stuck", shown => shown.IsSettled);
        stuck.Waiting!.Stuck.ShouldBe("This matter cannot be worked out.");
        stuck.Instance!.Status.ShouldBe("Running");
        (await _host.HealthAsync()).Stuck.ShouldContain("stuck");

        await _host.ChangeAsync("stuck", "mend");

        var mended = await _host.UntilAsync("stuck", shown => shown is { IsSettled: true, Steps.Count: 1 });
        mended.Waiting!.Stuck.ShouldBeNull();
        (await _host.HealthAsync()).Stuck.ShouldNotContain("stuck");
    }

    [Fact]
    public async Task A_failed_loop_is_restarted_three_times_and_then_only_shown()
    {
        await _host.OpenAsync("failing", [new("A")], new(Fails: true));
        await _host.UntilAsync("failing", shown => shown.Instance?.Status == "Failed");
        for (var round = 1; round <= 3; round++)
        {
            await _host.MoveAsync("PT2M");
            var shown = await _host.UntilAsync("failing", shown => shown.Instance?.Status == "Failed");
            shown.Loop!.Restarts.ShouldBe(round);
        }

        (await _host.HealthAsync()).Failed.ShouldNotContain("failing");
        await _host.MoveAsync("PT2M");
        (await _host.HealthAsync()).Failed.ShouldContain("failing");

        var started = (await _host.EngineAsync()).Started;
        await _host.MoveAsync("PT5M");
        (await _host.EngineAsync()).Started.ShouldBe(started);
    }

    [Fact]
    public async Task The_sweeps_twice_at_once_change_nothing()
    {
        var day = Today.AddDays(2);
        var ids = Enumerable.Range(0, 10).Select(number => $"twice{number}").ToList();
        foreach (var id in ids)
            await _host.OpenAsync(id, [new("A", day.AddDays(1), day)], wake: id != "twice0");

        var moving = _host.MoveAsync("P5D");
        while (!moving.IsCompleted)
            await Task.WhenAll(_host.SweepAsync(), _host.SweepAsync());

        (await moving).ShouldAllBe(run => run.Failure == null || run.What == "Loop_V1" || run.What == "Loop_Ask");
        foreach (var id in ids)
        {
            var shown = await _host.UntilAsync(id, shown => shown.IsSettled);
            shown.Steps.ShouldBe([$"{day:O} A/remind-{day:O}", $"{day.AddDays(2):O} A/escalate"]);
        }
    }
}
