using Mono.Cecil;

namespace Oversight.Functions.Tests;

/// <summary>
/// Which types the compiled code names: in signatures, attributes and method bodies, closures and state machines
/// included. ArchUnitNET leaves out what is named only inside an asynchronous method, and it takes a type parameter for
/// a type of another room.
/// </summary>
internal static class CompiledUses
{
    /// <summary>Top-level types stand for all that is nested in them.</summary>
    public static IEnumerable<(TypeReference Type, TypeReference Used)> Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly));
        return [.. module.GetTypes()
            .SelectMany(type => Named(type).SelectMany(Parts).Select(used => (Outermost(type), Outermost(used))))
            .Distinct()];
    }

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. Named(type.GenericParameters),
        .. Named(type.CustomAttributes),
        .. type.Fields.SelectMany(field => Named(field.CustomAttributes).Prepend(field.FieldType)),
        .. type.Properties.SelectMany(property => Named(property.CustomAttributes)),
        .. type.Methods.SelectMany(Named),
    ];

    private static IEnumerable<TypeReference?> Named(MethodDefinition method) =>
    [
        .. Signature(method),
        .. Named(method.GenericParameters),
        .. Named(method.CustomAttributes),
        .. method.Parameters.SelectMany(parameter => Named(parameter.CustomAttributes)),
        .. method.HasBody ? Body(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> Body(Mono.Cecil.Cil.MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method =>
                [method.DeclaringType, .. Signature(method.ElementMethod), .. method.GenericArguments],
            MethodReference method => [method.DeclaringType, .. Signature(method)],
            _ => Array.Empty<TypeReference?>(),
        }),
    ];

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Prepend(method.ReturnType);

    private static IEnumerable<TypeReference?> Named(IEnumerable<GenericParameter> parameters) =>
        parameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference?> Named(IEnumerable<CustomAttribute> attributes) =>
        attributes.SelectMany(attribute => attribute.ConstructorArguments
            .Select(argument => argument.Value as TypeReference ?? argument.Type)
            .Prepend(attribute.AttributeType));

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;
}
