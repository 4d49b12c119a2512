using Oversight.Local.Host.Emulator;

namespace Oversight.Testkit;

/// <summary>One Azurite in memory per test process, with an account of its own for everybody who asks.</summary>
public static class SharedAzurite
{
    private const int Accounts = 400;

    private static readonly Lazy<Task<AzuriteProcess>> Shared = new(() => AzuriteProcess.StartAsync(
        ["--inMemoryPersistence"],
        string.Join(';', Enumerable.Range(1, Accounts).Select(n => $"{Account(n)}:{AzuriteEndpoints.Key}"))));

    private static int _taken;

    /// <summary>A connection string for an empty account that nobody else in this process has.</summary>
    public static async Task<string> NewAccountAsync()
    {
        var azurite = await Shared.Value;
        if (azurite.HasExited)
            throw new InvalidOperationException("Testernas Azurite har avslutats.");
        var number = Interlocked.Increment(ref _taken);
        return number <= Accounts
            ? azurite.Endpoints.ConnectionString(Account(number))
            : throw new InvalidOperationException($"Fler än {Accounts} konton behövs i samma testprocess.");
    }

    private static string Account(int number) => $"app{number}";
}
