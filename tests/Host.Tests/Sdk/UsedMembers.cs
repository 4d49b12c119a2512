using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Oversight.Host.Tests.Sdk;

/// <summary>Which types and members of other assemblies some built assemblies refer to, read from their metadata tables.</summary>
internal sealed class UsedMembers
{
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    public UsedMembers(IEnumerable<string> files)
    {
        foreach (var file in files)
            Read(file);
    }

    public bool Contains(Type type) => _types.Contains(type.FullName!);

    /// <summary>A property is used when one of its accessors is.</summary>
    public bool Contains(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(Contains),
        MethodBase method => _members.Contains(Key(method.DeclaringType!.FullName!, method.Name, method.GetParameters().Length)),
        _ => _members.Contains(Key(member.DeclaringType!.FullName!, member.Name, 0)),
    };

    /// <summary>Properties that are set where an attribute is written stand in no table of references.</summary>
    public void AddNamedArguments(Assembly assembly)
    {
        var attributes = assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetParameters())
            .SelectMany(parameter => parameter.GetCustomAttributesData());
        foreach (var attribute in attributes)
        {
            foreach (var argument in attribute.NamedArguments)
                _members.Add(Key(attribute.AttributeType.FullName!, $"set_{argument.MemberName}", 1));
        }
    }

    private static string Key(string type, string member, int parameters) => $"{type}.{member}/{parameters}";

    private void Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        foreach (var handle in metadata.TypeReferences)
            _types.Add(NameOf(metadata, handle));
        foreach (var handle in metadata.MemberReferences)
        {
            var reference = metadata.GetMemberReference(handle);
            if (reference.Parent.Kind != HandleKind.TypeReference)
                continue;
            var parameters = reference.GetKind() == MemberReferenceKind.Method ? ParametersOf(metadata.GetBlobReader(reference.Signature)) : 0;
            _members.Add(Key(NameOf(metadata, (TypeReferenceHandle)reference.Parent), metadata.GetString(reference.Name), parameters));
        }
    }

    private static int ParametersOf(BlobReader signature)
    {
        if (signature.ReadSignatureHeader().IsGeneric)
            signature.ReadCompressedInteger();
        return signature.ReadCompressedInteger();
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}";
        var space = metadata.GetString(type.Namespace);
        return space.Length > 0 ? $"{space}.{name}" : name;
    }
}
