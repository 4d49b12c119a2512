using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Testkit;

public sealed record AppOptions
{
    /// <summary>A Friday morning, before the yearly plan is drafted.</summary>
    public DateTimeOffset Clock { get; init; } = new(2027, 1, 15, 8, 0, 0, TimeSpan.FromHours(1));

    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Function classes of the test's own in place of the whole application.</summary>
    public WorkerApplication Application { get; init; } = WorkerApplication.Oversight;

    /// <summary>Null: an empty account of its own.</summary>
    public string? StorageConnectionString { get; init; }

    /// <summary>With the demonstration municipality, as on a first start; else empty.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Replaces services, for faults that cannot be brought about from outside.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
