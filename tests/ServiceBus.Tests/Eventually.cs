using System.Runtime.CompilerServices;

namespace Oversight.ServiceBus.Tests;

internal static class Eventually
{
    public static async Task BeAsync(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? what = null)
    {
        using var patience = new CancellationTokenSource(Bus.Long);
        while (!condition())
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException(what);
            await Task.Delay(10);
        }
    }
}
