using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Machine;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Clock;

public sealed class DomainClockTests : IDisposable
{
    private static readonly DateTimeOffset RealStart = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Start = new(2027, 1, 15, 7, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly FixedTime _real = new(RealStart);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_starts_where_it_is_put_and_ticks_with_real_time()
    {
        var clock = Open(Start);
        clock.GetUtcNow().ShouldBe(Start);
        _real.Now += TimeSpan.FromMinutes(5);
        clock.GetUtcNow().ShouldBe(Start.AddMinutes(5));
    }

    [Fact]
    public void It_is_real_time_when_nobody_put_it_anywhere() => Open(null).GetUtcNow().ShouldBe(RealStart);

    [Fact]
    public void It_goes_on_after_a_restart_as_if_it_had_never_stopped()
    {
        Open(Start);
        _real.Now += TimeSpan.FromDays(1);
        Open(null).GetUtcNow().ShouldBe(Start.AddDays(1));
    }

    [Fact]
    public void It_never_goes_back_though_the_machines_own_clock_does()
    {
        var clock = Open(Start);
        _real.Now += TimeSpan.FromHours(1);
        var latest = clock.GetUtcNow();
        _real.Now -= TimeSpan.FromHours(3);
        clock.GetUtcNow().ShouldBe(latest);
    }

    [Fact]
    public async Task It_never_goes_back_over_a_restart_either()
    {
        var clock = Open(Start);
        using (var mover = new ClockMover(clock, []))
            await mover.AdvanceAsync(new ClockStep.By(new(Months: 1, Days: 0, TimeSpan.Zero)),
                TestContext.Current.CancellationToken);
        var latest = clock.GetUtcNow();
        _real.Now -= TimeSpan.FromDays(2);
        Open(null).GetUtcNow().ShouldBe(latest);
    }

    [Fact]
    public void A_start_before_what_the_data_has_seen_is_refused_with_both_times()
    {
        Open(Start);
        var refusal = Should.Throw<StartRefusedException>(() => Open(Start.AddDays(-1)));
        refusal.Message.ShouldContain("14 januari 2027 kl. 08.00");
        refusal.Message.ShouldContain("15 januari 2027 kl. 08.00");
        Open(Start.AddDays(1)).GetUtcNow().ShouldBe(Start.AddDays(1));
    }

    private DomainClock Open(DateTimeOffset? start) => new(_real, Path.Combine(_folder.Path, "clock.json"), start);
}
