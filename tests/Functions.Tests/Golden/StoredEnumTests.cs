using System.Reflection;
using System.Text.Json;
using Oversight.Documents;
using Oversight.Functions.Storage;
using Oversight.Local.Host;

namespace Oversight.Functions.Tests.Golden;

/// <summary>Enums are kept by names that stand beside their members, so that a member can be renamed.</summary>
public class StoredEnumTests
{
    private static readonly string File = Path.Combine(RepositoryRoot.Find(), "tests", "Functions.Tests", "Golden",
        "Enums.json");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private enum Renamed
    {
        [StoredName("once")]
        CalledOtherwiseToday,
    }

    [Fact]
    public void A_renamed_member_is_written_and_read_by_its_old_name()
    {
        StoredJson.Write(Renamed.CalledOtherwiseToday, typeof(Renamed)).ShouldBe("\"once\"");
        StoredJson.Read<Box>("""{"value":"once"}""").Value.ShouldBe(Renamed.CalledOtherwiseToday);
        Should.Throw<JsonException>(() => StoredJson.Read<Box>("""{"value":"calledOtherwiseToday"}"""));
        Should.Throw<JsonException>(() => StoredJson.Read<Box>("""{"value":0}"""));
    }

    [Fact]
    public void Every_enum_in_an_event_a_row_or_a_document_has_names_of_its_own() =>
        Enums().Where(type => !StoredEnums.HasNames(type)).Select(type => type.Name).ShouldBeEmpty();

    [Fact]
    public void The_stored_names_are_those_that_are_kept()
    {
        var names = Enums().OrderBy(type => type.Name, StringComparer.Ordinal)
            .ToDictionary(type => type.Name, type => StoredEnums.NamesOf(type).Select(pair => pair.Value).ToList());
        names.Values.ShouldAllBe(all => all.Distinct(StringComparer.OrdinalIgnoreCase).Count() == all.Count);
        var json = JsonSerializer.Serialize(names, Indented);
        if (!System.IO.File.Exists(File) && Environment.GetEnvironmentVariable("OVERSIGHT_WRITE_SAMPLES") == "1")
            System.IO.File.WriteAllText(File, json + "\n");
        System.IO.File.ReadAllText(File).TrimEnd()
            .ShouldBe(json, "A stored name may be added, never changed or taken away.");
    }

    private static IReadOnlyList<Type> Enums()
    {
        var seen = new HashSet<Type>();
        foreach (var kind in GoldenSampleTests.Kinds())
        {
            foreach (var type in kind.StoredEvents.Written.Values.Concat(kind.Rows))
                Walk(type, seen);
        }

        Walk(typeof(Document), seen);
        foreach (var block in typeof(Block).GetNestedTypes())
            Walk(block, seen);
        Walk(typeof(Role), seen);
        return [.. seen.Where(type => type.IsEnum)];
    }

    private static void Walk(Type type, HashSet<Type> seen)
    {
        foreach (var inner in type.IsGenericType ? type.GetGenericArguments() : [])
            Walk(inner, seen);
        if (type.Namespace?.StartsWith("Oversight", StringComparison.Ordinal) != true || !seen.Add(type) || type.IsEnum)
            return;
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            Walk(property.PropertyType, seen);
    }

    private sealed record Box(Renamed Value);
}
