using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Substitutions;

namespace Oversight.Functions.Substitutions;

/// <summary>The stream of a vikariat, its row in the list of its board, and the one that the gate asks for.</summary>
public static class SubstitutionStream
{
    public static StreamKind<SubstitutionState, SubstitutionCommand, SubstitutionEvent> Kind { get; } = new()
    {
        Name = "substitution",
        Initial = SubstitutionState.Initial,
        Decide = SubstitutionDecider.Decide,
        Evolve = SubstitutionDecider.Evolve,
        Events = new EventTypes<SubstitutionEvent>()
            .Add<SubstitutionEvent.Arranged>("substitution.arranged.v1")
            .Add<SubstitutionEvent.Taken>("substitution.taken.v1")
            .Add<SubstitutionEvent.Confirmed>("substitution.confirmed.v1")
            .Add<SubstitutionEvent.Ended>("substitution.ended.v1"),
        ProjectionVersion = 1,
        Rows = [typeof(SubstitutionRow), typeof(StandInRow)],
        Project = Project,
        Effects = [],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    public static string PartitionOf(BoardId board) => $"substitutions|{board}";

    private static IEnumerable<ViewRow> Project(StreamHead head, SubstitutionState state)
    {
        if (state.Substitution is not { } named)
            yield break;
        yield return new ViewRow(PartitionOf(named.Board), head.Id.Value, new SubstitutionRow(
            head.Id, named.For, named.Role, named.Board, named.From, named.Until, named.By?.UserId, named.EndedOn,
            named.AwaitsConfirmation));
        if (named.By is { } by && named.IsStanding)
        {
            yield return StandInRow.Of(
                head, by.UserId, new StandIn(named.For, named.Role, named.Board), named.From, named.Until);
        }
    }
}

/// <summary>A vikariat in the list of its board.</summary>
/// <param name="For">Entra object id of whoever is away.</param>
/// <param name="By">Of whoever stands in; null: nobody has taken it.</param>
public sealed record SubstitutionRow(
    Id Id, string For, Role Role, BoardId Board, DateOnly From, DateOnly Until, string? By, DateOnly? EndedOn,
    bool AwaitsConfirmation)
{
    public bool IsOver(DateOnly today) => EndedOn is not null || Until < today;

    public bool IsInForce(DateOnly today) => By is not null && !AwaitsConfirmation && From <= today && !IsOver(today);
}
