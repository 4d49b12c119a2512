using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Golden;
using Oversight.Providers;

namespace Oversight.Functions.Tests.Providers;

public class RegisterRowTests
{
    private static readonly StreamHead Head = new("any", Id.Derive("head", "1"), 7, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_provider_read_from_its_row_is_the_provider_of_its_stream() => SampleValues.Of(typeof(ProviderState.Registered)).ShouldAllBe(state =>
        StoredJson.Write(Stored(ProviderRow.Of(Head, StoredJson.Read<ProviderState.Registered>(state))).Provider, typeof(ProviderState.Registered)) == state);

    [Fact]
    public void A_unit_read_from_its_row_is_the_unit_of_its_stream() => SampleValues.Of(typeof(UnitState.Registered)).ShouldAllBe(state =>
        StoredJson.Write(Stored(UnitRow.Of(Head, StoredJson.Read<UnitState.Registered>(state))).Unit, typeof(UnitState.Registered)) == state);

    private static T Stored<T>(T row)
        where T : class => StoredJson.Read<T>(StoredJson.Write(row, typeof(T)));
}
