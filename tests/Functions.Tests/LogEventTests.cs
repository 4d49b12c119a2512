using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Tests;

public sealed class LogEventTests
{
    [Fact]
    public void Every_log_event_of_the_application_has_an_id_of_its_own() =>
        Events().GroupBy(method => method.Event.EventId).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(method => method.Name))}")
            .ShouldBeEmpty();

    [Fact]
    public void The_ids_of_the_local_parts_are_not_taken() =>
        Events().Select(method => method.Event.EventId).ShouldAllBe(id => id >= 1000 && id < 9000);

    private static List<(string Name, LoggerMessageAttribute Event)> Events() =>
    [
        .. from type in new[] { typeof(OversightServices).Assembly,
            typeof(Id).Assembly }.SelectMany(assembly => assembly.GetTypes())
           from method in type.GetMethods(
               BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                   | BindingFlags.DeclaredOnly)
           let marked = method.GetCustomAttribute<LoggerMessageAttribute>()
           where marked is not null
           select ($"{type.FullName}.{method.Name}", marked),
    ];
}
