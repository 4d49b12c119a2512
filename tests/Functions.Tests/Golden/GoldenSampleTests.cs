using System.Reflection;
using Oversight.Functions.Storage;
using Oversight.Local.Host;

namespace Oversight.Functions.Tests.Golden;

/// <summary>
/// Stored forms are contracts. <c>Golden/Events</c> has a sample of every event that has ever been written,
/// <c>Golden/Rows</c> of every view row under its kind and projection version. A file is never changed, only added:
/// with OVERSIGHT_WRITE_SAMPLES=1 the tests write those that are missing.
/// </summary>
public class GoldenSampleTests
{
    private const string Now = ".now";
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find(), "tests", "Functions.Tests", "Golden");

    public static TheoryData<string> Written => [.. Kinds().SelectMany(kind => kind.StoredEvents.Written.Keys)];

    public static TheoryData<string> Old => [.. Kinds().SelectMany(kind => kind.StoredEvents.Old)];

    public static TheoryData<string> Rows =>
        [.. Kinds().SelectMany(kind => kind.Rows.Select(row => NameOf(kind, row)))];

    [Theory]
    [MemberData(nameof(Written))]
    public void An_event_is_written_as_its_sample_and_read_back_the_same(string name)
    {
        var events = KindOf(name).StoredEvents;
        var sample = Sample("Events", name, SampleValues.Of(events.Written[name]));

        SampleValues.Of(events.Written[name])
            .ShouldBe(sample, $"{name} has another shape: give it a new name and read the old one with an upcaster.");
        sample.Select(json => events.Rewrite(name, json)).ShouldBe(sample);
    }

    [Theory]
    [MemberData(nameof(Old))]
    public void An_event_of_an_old_name_is_read_and_becomes_what_is_written_today(string name)
    {
        var events = KindOf(name).StoredEvents;
        var rewritten = Sample("Events", name, written: null).Select(json => events.Rewrite(name, json)).ToList();

        rewritten.ShouldBe(Sample("Events", name + Now, rewritten));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_written_as_its_sample_and_read_back_the_same(string name)
    {
        var type = Kinds().SelectMany(kind => kind.Rows.Select(row => (Name: NameOf(kind, row), Row: row)))
            .Single(row => row.Name == name).Row;
        var sample = Sample("Rows", name, SampleValues.Of(type));

        SampleValues.Of(type).ShouldBe(sample, $"{name} has another shape: raise the projection version of its kind.");
        sample.Select(json => StoredJson.Write(StoredJson.Read(json, type), type)).ShouldBe(sample);
    }

    [Fact]
    public void No_sample_belongs_to_an_event_that_cannot_be_read_any_more()
    {
        var known = Kinds().SelectMany(kind => kind.StoredEvents.Written.Keys.Concat(kind.StoredEvents.Old))
            .ToHashSet();
        Directory.GetFiles(Path.Combine(Folder, "Events")).Select(file => Path.GetFileNameWithoutExtension(file))
            .Select(name => name.EndsWith(Now, StringComparison.Ordinal) ? name[..^Now.Length] : name)
            .Where(name => !known.Contains(name))
            .ShouldBeEmpty();
    }

    [Fact]
    public void There_are_kinds_events_and_rows_to_ask_about()
    {
        Kinds().Select(kind => kind.Name).ShouldBeUnique();
        Kinds().Count.ShouldBeGreaterThanOrEqualTo(7);
        Written.Count.ShouldBeGreaterThan(35);
        Rows.Count.ShouldBeGreaterThan(10);
    }

    internal static IReadOnlyList<IStreamKind> Kinds() =>
    [
        .. typeof(OversightServices).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => typeof(IStreamKind).IsAssignableFrom(property.PropertyType))
            .Select(property => (IStreamKind)property.GetValue(null)!)
            .OrderBy(kind => kind.Name, StringComparer.Ordinal),
    ];

    private static string NameOf(IStreamKind kind, Type row) => $"{kind.Name}.{row.Name}.p{kind.ProjectionVersion}";

    private static IStreamKind KindOf(string name) =>
        Kinds().Single(kind => kind.StoredEvents.Written.ContainsKey(name) || kind.StoredEvents.Old.Contains(name));

    /// <summary>The lines of a kept file.</summary>
    private static string[] Sample(string folder, string name, IReadOnlyList<string>? written)
    {
        var path = Path.Combine(Folder, folder, $"{name}.json");
        if (!File.Exists(path) && written is not null
            && Environment.GetEnvironmentVariable("OVERSIGHT_WRITE_SAMPLES") == "1")
            File.WriteAllLines(path, written);
        File.Exists(path)
            .ShouldBeTrue($"{name} has no sample in {folder}; its shape today:\n{string.Join('\n', written ?? [])}");
        return File.ReadAllLines(path);
    }
}
