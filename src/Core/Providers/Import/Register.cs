namespace Oversight.Providers.Import;

/// <summary>
/// The whole register as files see it. Names of managers and numbers of sole traders are personal data: never in a view
/// or a log.
/// </summary>
/// <param name="ManagerNames">By the pseudonymous key of the manager; a name that has been erased is absent.</param>
/// <param name="PersonalNumbers">Sole traders' numbers by provider.</param>
public sealed record Register(
    IReadOnlyDictionary<Id, ProviderState.Registered> Providers, IReadOnlyDictionary<Id, UnitState.Registered> Units,
    IReadOnlyDictionary<Id, string> ManagerNames, IReadOnlyDictionary<Id, OrganisationNumber> PersonalNumbers)
{
    public static Register Empty { get; } = new(
        new Dictionary<Id, ProviderState.Registered>(), new Dictionary<Id, UnitState.Registered>(),
        new Dictionary<Id, string>(), new Dictionary<Id, OrganisationNumber>());
}

/// <summary>One command that a file leads to, on one stream.</summary>
public abstract record RegisterStep(int Row, Id StreamId, bool Creates)
{
    public sealed record OfProvider(int Row, Id StreamId, bool Creates, ProviderCommand Command)
        : RegisterStep(Row, StreamId, Creates);

    public sealed record OfUnit(int Row, Id StreamId, bool Creates, UnitCommand Command)
        : RegisterStep(Row, StreamId, Creates);
}

/// <summary>
/// What a file comes to: everything that is wrong with it, or the steps that make the register say what it says.
/// </summary>
public abstract record ImportPlan
{
    private ImportPlan()
    {
    }

    public sealed record Rejected(IReadOnlyList<ImportProblem> Problems) : ImportPlan;

    /// <param name="After">The register when every step has been taken.</param>
    public sealed record Ready(IReadOnlyList<RegisterStep> Steps, Register After) : ImportPlan
    {
        /// <summary>The register when the file was planned.</summary>
        public required Register Before { get; init; }

        /// <summary>Rows of the file that say something.</summary>
        public required int Rows { get; init; }
    }
}
