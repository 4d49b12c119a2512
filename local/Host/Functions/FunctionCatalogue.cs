using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Oversight.Local.Host.Functions;

/// <summary>The functions found by their attributes, in order of name (ignoring case), which is the order the platform matches them in.</summary>
public sealed class FunctionCatalogue
{
    private FunctionCatalogue(IReadOnlyList<FunctionDescriptor> functions) => All = functions;

    public IReadOnlyList<FunctionDescriptor> All { get; }

    public IEnumerable<(FunctionDescriptor Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : TriggerBindingAttribute =>
        All.Where(f => f.Trigger is TTrigger).Select(f => (f, (TTrigger)f.Trigger));

    /// <exception cref="StartRefusedException">A function that the platform's own generators would not accept.</exception>
    public static FunctionCatalogue Of(IEnumerable<Type> types)
    {
        var problems = new List<string>();
        var functions = types
            .SelectMany(type => type.GetMethods(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, method.GetCustomAttribute<FunctionAttribute>()?.Name))
            .Where(found => found.Name is not null)
            .Select(found => Describe(found.Method, found.Name!, problems))
            .OfType<FunctionDescriptor>()
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();

        problems.AddRange(functions
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => $"Funktionsnamnet {group.Key} används av {string.Join(" och ", group.Select(f => f.EntryPoint))}."));

        StartRefusedException.ThrowIfAny(problems);
        return new(functions);
    }

    private static FunctionDescriptor? Describe(MethodInfo method, string name, List<string> problems)
    {
        var type = method.DeclaringType!;
        var where = $"{name} ({type.FullName}.{method.Name})";
        if (!method.IsPublic || !type.IsVisible)
            problems.Add($"{where}: klassen och metoden måste vara public.");
        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<System.Runtime.CompilerServices.AsyncStateMachineAttribute>() is not null)
            problems.Add($"{where}: async void kan inte vara en funktion.");

        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.Trigger is not null)
            .ToList();
        if (triggers.Count != 1)
        {
            problems.Add($"{where}: ska ha exakt en utlösare men har {triggers.Count}.");
            return null;
        }

        return new(name, type, method, triggers[0].Parameter, triggers[0].Trigger!);
    }
}
