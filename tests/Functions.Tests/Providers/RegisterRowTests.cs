using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Golden;
using Oversight.Providers;

namespace Oversight.Functions.Tests.Providers;

public class RegisterRowTests
{
    private static readonly StreamHead Head = new("any", Id.Derive("head", "1"), 7, DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_provider_read_from_its_row_is_the_provider_of_its_stream() =>
        AssertSame<ProviderState.Registered, ProviderRow>(state => ProviderRow.Of(Head, state), row => row.Provider);

    [Fact]
    public void A_unit_read_from_its_row_is_the_unit_of_its_stream() =>
        AssertSame<UnitState.Registered, UnitRow>(state => UnitRow.Of(Head, state), row => row.Unit);

    private static void AssertSame<TState, TRow>(Func<TState, TRow> toRow, Func<TRow, TState> fromRow)
        where TState : class
        where TRow : class
    {
        var states = SampleValues.Of(typeof(TState));
        states.Count.ShouldBe(2);
        foreach (var state in states)
        {
            var stored = StoredJson.Write(toRow(StoredJson.Read<TState>(state)), typeof(TRow));
            StoredJson.Write(fromRow(StoredJson.Read<TRow>(stored)), typeof(TState)).ShouldBe(state);
        }
    }
}
