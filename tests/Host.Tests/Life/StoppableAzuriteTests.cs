using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Life;

public sealed class StoppableAzuriteTests
{
    [Fact]
    public async Task Storage_that_was_taken_away_comes_back_at_the_same_address_with_the_same_data()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var azurite = await StoppableAzurite.StartAsync();
        var options = new BlobClientOptions { Retry = { MaxRetries = 0, Mode = RetryMode.Fixed } };
        var container = new BlobContainerClient(azurite.ConnectionString, "kvar", options);
        await container.CreateAsync(cancellationToken: cancellation);

        await azurite.StopAsync();
        await Should.ThrowAsync<RequestFailedException>(() => container.ExistsAsync(cancellation));

        await azurite.ContinueAsync();
        (await container.ExistsAsync(cancellation)).Value.ShouldBeTrue();
    }
}
