namespace Oversight;

/// <summary>
/// What a member of an enum is called where it is kept: a contract, whatever the member is renamed to in the code.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class StoredNameAttribute(string name) : Attribute
{
    public string Name => name;
}
