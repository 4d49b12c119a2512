using System.Security.Cryptography;
using System.Text;
using Oversight.LoopApp.Loop;

namespace Oversight.LoopApp.Matters;

/// <summary>Carries out a command once, whoever issues it and however often.</summary>
public sealed class MatterCommands(MatterStore store, WaitingView waiting, UnseenMarks unseen, LegalDay day)
{
    /// <summary>The same step of the same stream always gives the same command.</summary>
    public static string IdOf(string stream, Step step) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{stream}\n{step.About}\n{step.What}")));

    /// <returns>Whether its loop has something new to look at.</returns>
    public async Task<bool> IssueAsync(string id, MatterEvent happened, string command, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await store.FindAsync(id, cancellation);
            if (found is not null && await store.HasAsync(id, command, cancellation))
                return false;
            var next = Matter.Fold(id, found?.Matter, happened) ?? throw new ArgumentException($"No matter {id}.", nameof(id));
            var version = (found?.Version ?? 0) + 1;
            var changes = found is not { } before
                || !Awaited.Of(before.Matter).SameAs(Awaited.Of(next))
                || before.Matter.Trouble != next.Trouble;
            if (changes)
                await unseen.SetAsync(id, version, day.Today, cancellation);
            if (!await store.AppendAsync(next, version, found?.ETag, happened, command, cancellation))
                continue;
            await waiting.ProjectAsync(next, version, cancellation);
            return changes;
        }
    }
}
