using FsCheck;
using FsCheck.Fluent;
using Oversight.Local.Host.Clock;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Clock;

public sealed class ClockMoverTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2027, 1, 15, 7, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly DomainClock _clock;

    public ClockMoverTests() => _clock = new(new FixedTime(Start), Path.Combine(_folder.Path, "clock.json"), Start);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_due_instant_on_the_way_is_visited_in_order_and_none_beyond()
    {
        var one = new Diary(_clock, "one", Start.AddDays(3), Start.AddDays(1));
        var other = new Diary(_clock, "other", Start.AddDays(2), Start.AddDays(9));
        using var mover = new ClockMover(_clock, [one, other]);

        var (ran, refusal) = await mover.AdvanceAsync(new ClockStep.To(Start.AddDays(5)), Cancellation);

        refusal.ShouldBeNull();
        ran.Select(run => (run.What, run.Due)).ShouldBe(
            [("one", Start.AddDays(1)), ("other", Start.AddDays(2)), ("one", Start.AddDays(3))]);
        one.RanAt.Concat(other.RanAt).Order().ShouldBe([Start.AddDays(1), Start.AddDays(2), Start.AddDays(3)]);
        _clock.GetUtcNow().ShouldBe(Start.AddDays(5));
    }

    [Fact]
    public async Task What_a_run_makes_due_is_run_before_the_clock_goes_on()
    {
        var second = new Diary(_clock, "second", Start.AddDays(4));
        var first = new Diary(_clock, "first", Start.AddDays(1)) { Then = now => second.Add(now) };
        using var mover = new ClockMover(_clock, [second, first]);

        var (ran, _) = await mover.AdvanceAsync(new ClockStep.To(Start.AddDays(5)), Cancellation);

        ran.Select(run => run.What).ShouldBe(["first", "second", "second"]);
        second.RanAt.ShouldBe([Start.AddDays(1), Start.AddDays(4)]);
    }

    [Fact]
    public void Any_set_of_due_instants_is_run_completely_and_in_order() =>
        Prop.ForAll<NonNegativeInt[]>(hours =>
        {
            using var folder = new TemporaryFolder();
            var clock = new DomainClock(new FixedTime(Start), Path.Combine(folder.Path, "clock.json"), Start);
            var due = hours.Select(hour => Start.AddHours(hour.Get % 500)).ToList();
            var diaries = due.Select((instant, i) => new Diary(clock, $"{i}", instant)).ToList();
            using var mover = new ClockMover(clock, diaries);
            var (ran, _) = mover.AdvanceAsync(new ClockStep.To(Start.AddHours(500)), CancellationToken.None)
                .GetAwaiter().GetResult();
            return ran.Select(run => run.Due).SequenceEqual(due.Order())
                && diaries.All(diary => diary.RanAt.SequenceEqual(diary.Planned));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Back_is_refused_and_nothing_runs()
    {
        var diary = new Diary(_clock, "any", Start);
        using var mover = new ClockMover(_clock, [diary]);
        var (ran, refusal) = await mover.AdvanceAsync(new ClockStep.To(Start.AddSeconds(-1)), Cancellation);
        ran.ShouldBeEmpty();
        refusal!.ShouldContain("15 januari 2027 kl. 08.00");
        diary.RanAt.ShouldBeEmpty();
    }

    [Fact]
    public async Task Moves_asked_for_at_once_are_made_one_after_the_other()
    {
        var diary = new Diary(_clock, "slow", [.. Enumerable.Range(1, 40).Select(day => Start.AddDays(day))])
        { Yields = true };
        using var mover = new ClockMover(_clock, [diary]);
        var day = new ClockStep.By(new(0, 1, TimeSpan.Zero));

        var moves = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => mover.AdvanceAsync(day, Cancellation)));

        _clock.GetUtcNow().ShouldBe(Start.AddDays(20));
        diary.MostAtOnce.ShouldBe(1);
        moves.SelectMany(move => move.Ran).Count().ShouldBe(20);
    }

    /// <summary>Work that is due at given instants, and notes when it was run.</summary>
    private sealed class Diary(DomainClock clock, string name, params DateTimeOffset[] due) : IDueWork
    {
        private readonly List<DateTimeOffset> _due = [.. due];
        private int _running;

        public IReadOnlyList<DateTimeOffset> Planned { get; } = due;

        public List<DateTimeOffset> RanAt { get; } = [];

        public Action<DateTimeOffset>? Then { get; init; }

        public bool Yields { get; init; }

        public int MostAtOnce { get; private set; }

        public void Add(DateTimeOffset instant) => _due.Add(instant);

        public ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation) =>
            ValueTask.FromResult(_due.Count == 0 ? (DateTimeOffset?)null : _due.Min());

        public async Task<IReadOnlyList<DueRun>> RunDueAsync(CancellationToken cancellation)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_running);
            if (Yields)
                await Task.Yield();
            var now = clock.GetUtcNow();
            var ready = _due.Where(instant => instant <= now).Order().ToList();
            _due.RemoveAll(instant => instant <= now);
            foreach (var instant in ready)
            {
                RanAt.Add(now);
                Then?.Invoke(now);
            }

            _running--;
            return [.. ready.Select(instant => new DueRun(name, instant))];
        }
    }
}
