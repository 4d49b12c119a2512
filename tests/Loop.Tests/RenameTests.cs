namespace Oversight.Loop.Tests;

/// <summary>The code changes while loops wait.</summary>
public sealed class RenameTests
{
    [Fact]
    public async Task A_loop_under_its_old_name_ends_at_its_next_wake_and_the_new_one_takes_over()
    {
        using var folder = new LoopFolder();
        var day = DateOnly.FromDateTime(LoopHost.Start.DateTime).AddDays(2);
        await using (var before = await LoopHost.StartAsync(folder.Path))
        {
            foreach (var id in new[] { "woken", "dated", "asleep" })
            {
                await before.OpenAsync(id, [new("A", null, id == "dated" ? [day] : []), new("B")]);
                (await before.UntilAsync(id, shown => shown.IsSettled)).Instance!.Name.ShouldBe("Loop_V1");
            }
        }

        await using var host = await LoopHost.StartAsync(folder.Path, "Loop_V2");
        await host.ChangeAsync("woken", "answer", "A");
        await host.UntilAsync("woken", shown => shown.Instance?.Status == "Completed");
        await host.MoveAsync("P3D");

        var woken = await host.ShowAsync("woken");
        woken.Instance.ShouldBe(new("Loop_V2", "Running"));
        (woken.IsSettled, woken.Loop!.Loop).ShouldBe((true, "Loop_V2"));
        var dated = await host.ShowAsync("dated");
        dated.Instance.ShouldBe(new("Loop_V2", "Running"));
        dated.Steps.ShouldBe([$"{day:O} A/remind-{day:O}"]);
        (await host.ShowAsync("asleep")).Instance.ShouldBe(new("Loop_V1", "Running"));
    }
}
