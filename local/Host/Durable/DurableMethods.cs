using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host.Durable;

/// <summary>
/// Gives the worker's orchestrators, activities and entities to an ordinary JobHost, which knows only methods of types:
/// one emitted method per function that does nothing but pass on.
/// </summary>
internal sealed class DurableMethods : ITypeLocator
{
    /// <summary>Called once to learn what a durable client is given.</summary>
    public const string Client = "DurableClientData";

    private static readonly (string Trigger, Type Attribute)[] Triggers =
    [
        ("orchestrationTrigger", typeof(OrchestrationTriggerAttribute)),
        ("activityTrigger", typeof(ActivityTriggerAttribute)),
        ("entityTrigger", typeof(EntityTriggerAttribute)),
    ];

    private readonly Type _type;

    private DurableMethods(Type type) => _type = type;

    public static IReadOnlyList<(HostedFunction Function, Binding Trigger)> Of(FunctionCatalogue catalogue) =>
        [.. Triggers.SelectMany(kind => catalogue.With(kind.Trigger))];

    /// <param name="invoke">Function and what its trigger gives it; the answer is the function's.</param>
    /// <param name="takeClient">What a durable client is given.</param>
    public static DurableMethods Emit(
        IEnumerable<(HostedFunction Function, Binding Trigger)> functions,
        Func<string, string, Task<object?>> invoke,
        Func<string, string, Task> takeClient)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new("Oversight.Local.Host.Durable.Emitted"),
            AssemblyBuilderAccess.Run);
        var type = assembly.DefineDynamicModule("Main").DefineType("Durable", TypeAttributes.Public);
        var passOn = type.DefineField("PassOn", invoke.GetType(), FieldAttributes.Public | FieldAttributes.Static);
        var take = type.DefineField("Take", takeClient.GetType(), FieldAttributes.Public | FieldAttributes.Static);
        foreach (var (function, trigger) in functions)
        {
            var attribute = Triggers.First(
                kind => string.Equals(kind.Trigger, trigger.Type, StringComparison.OrdinalIgnoreCase)).Attribute;
            Define(type, function.Name, trigger.Name, attribute, passOn, typeof(Task<object>));
        }

        // A method without a trigger must return Task, and is not to be looked for one.
        Define(type, Client, "client", typeof(DurableClientAttribute), take, typeof(Task))
            .SetCustomAttribute(Attribute(typeof(NoAutomaticTriggerAttribute)));
        var created = type.CreateType();
        created.GetField(passOn.Name)!.SetValue(null, invoke);
        created.GetField(take.Name)!.SetValue(null, takeClient);
        return new(created);
    }

    public IReadOnlyList<Type> GetTypes() => [_type];

    private static MethodBuilder Define(
        TypeBuilder type, string name, string parameter, Type binding, FieldInfo target, Type returned)
    {
        var method = type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, returned,
            [typeof(string)]);
        method.SetCustomAttribute(
            new CustomAttributeBuilder(typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!, [name]));
        method.DefineParameter(1, ParameterAttributes.None, parameter).SetCustomAttribute(Attribute(binding));
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldsfld, target);
        code.Emit(OpCodes.Ldstr, name);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Callvirt, target.FieldType.GetMethod("Invoke")!);
        code.Emit(OpCodes.Ret);
        return method;
    }

    private static CustomAttributeBuilder Attribute(Type type) => new(type.GetConstructor([])!, []);
}
