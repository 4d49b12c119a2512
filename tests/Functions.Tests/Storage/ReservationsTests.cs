using Azure.Data.Tables;
using Oversight.Functions.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class ReservationsTests : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private const string Scope = "organisation-number";
    private const string Number = "195001019999";
    private readonly ManualClock _clock = new();
    private readonly StorageWorld _world;

    public ReservationsTests(AzuriteFixture azurite) => _world = new StorageWorld(azurite, platform: _clock);

    private Reservations Reservations => _world.Get<Reservations>();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_first_to_reserve_holds_it_and_may_ask_again()
    {
        (await ReserveAsync("notebook-a")).ShouldBeNull();
        (await ReserveAsync("notebook-a")).ShouldBeNull();
        (await ReserveAsync("notebook-b")).ShouldBe("notebook-a");
        (await Reservations.FindAsync(Scope, Number, Cancellation)).ShouldBe("notebook-a");
        (await Reservations.FindAsync("other", Number, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_reservation_whose_stream_never_came_is_taken_over_after_ten_minutes()
    {
        await ReserveAsync("notebook-a");
        _clock.Offset = TimeSpan.FromMinutes(9);
        (await ReserveAsync("notebook-b")).ShouldBe("notebook-a");
        _clock.Offset = TimeSpan.FromMinutes(11);

        (await ReserveAsync("notebook-b")).ShouldBeNull();
        (await ReserveAsync("notebook-a")).ShouldBe("notebook-b");
    }

    [Fact]
    public async Task A_reservation_of_a_stream_that_exists_is_kept_for_ever()
    {
        var id = NewId();
        await ReserveAsync($"notebook-{id}");
        await _world.OpenAsync(id);
        _clock.Offset = TimeSpan.FromDays(400);

        (await ReserveAsync("notebook-b")).ShouldBe($"notebook-{id}");
        (await ReserveAsync($"notebook-{id}")).ShouldBeNull();
    }

    [Fact]
    public async Task Of_sixteen_at_once_one_gets_it()
    {
        var holders = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => ReserveAsync($"notebook-{n}")));

        holders.Count(holder => holder is null).ShouldBe(1);
        holders.Where(holder => holder is not null).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_number_itself_is_not_in_the_table()
    {
        await ReserveAsync("notebook-a");

        await foreach (var row in (await _world.RawAsync("reservations")).QueryAsync<TableEntity>(cancellationToken: Cancellation))
            row.Select(property => property.Value.ToString()).ShouldAllBe(value => !value!.Contains(Number, StringComparison.Ordinal));
    }

    private Task<string?> ReserveAsync(string streamId) => Reservations.TryReserveAsync(Scope, Number, streamId, Cancellation);
}
