namespace Oversight;

/// <summary>A small value type that is written as one string, in rows, events and addresses.</summary>
public interface ICode<TSelf>
    where TSelf : struct, ICode<TSelf>
{
    string Value { get; }

    static abstract TSelf FromValue(string value);
}

/// <summary>
/// nämnd: socialnamnden, aldrenamnden (R2). Each is an authority of its own; which ones exist is a setting.
/// </summary>
public readonly record struct BoardId(string Value) : ICode<BoardId>
{
    public static BoardId FromValue(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>One value of a dated code list in the settings (insats, kategori, kvalitetsområde ...).</summary>
public readonly record struct CodeId(string Value) : ICode<CodeId>
{
    public static CodeId FromValue(string value) => new(value);

    public override string ToString() => Value;
}
