using Xunit;

namespace Oversight.Testkit;

/// <summary>Storage for tests below HTTP: an empty account in the test process's shared Azurite.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync() => ConnectionString = await SharedAzurite.NewAccountAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
