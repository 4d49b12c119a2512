namespace Oversight.Functions.Concerns;

/// <summary>What the forms say no to before any rule has been asked.</summary>
public static class ConcernEdgeRefusals
{
    /// <summary>Several units match what was typed.</summary>
    public const string UnitAmbiguous = "concern.unit-ambiguous";
    public const string UnitNotFound = "concern.unit-not-found";
    public const string LinkKindRequired = "concern.link-kind-required";

    /// <summary>Of several that were marked: it is not the person's to assess, or not there.</summary>
    public const string AloneNotYours = "concern.alone-not-yours";
    public const string SomebodyWasFirst = "concern.somebody-was-first";
    public const string NothingMarked = "concern.nothing-marked";
}
