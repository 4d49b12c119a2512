using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.MorningLetters;

namespace Oversight.Functions.MorningLetters;

/// <summary>The stream of somebody's wish for the morgonbrev, and its row among those that are on.</summary>
public static class MorningLetterStream
{
    public const string On = "morning-letters";

    public static StreamKind<MorningLetterState, MorningLetterCommand, MorningLetterEvent> Kind { get; } = new()
    {
        Name = "morning-letter",
        Initial = MorningLetterState.Initial,
        Decide = MorningLetterDecider.Decide,
        Evolve = MorningLetterDecider.Evolve,
        Events = new EventTypes<MorningLetterEvent>()
            .Add<MorningLetterEvent.TurnedOn>("morning-letter.turned-on.v1")
            .Add<MorningLetterEvent.TurnedOff>("morning-letter.turned-off.v1")
            .Add<MorningLetterEvent.Sent>("morning-letter.sent.v1")
            .Add<MorningLetterEvent.Hindered>("morning-letter.hindered.v1"),
        ProjectionVersion = 1,
        Rows = [typeof(MorningWishRow)],
        Project = Project,
        Effects =
        [
            Effect.OfEvent<MorningLetterEvent>(
                ReplacedAddresses.EffectName, happened => ReplacedAddresses.Of(happened) is not null),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    private static IEnumerable<ViewRow> Project(StreamHead head, MorningLetterState state)
    {
        if (state.Wish is { } wish)
            yield return new ViewRow(On, head.Id.Value, new MorningWishRow(head.Id, wish.UserId, wish.Since));
    }
}

/// <summary>Somebody who wishes the morgonbrev.</summary>
/// <param name="UserId">Entra object id.</param>
/// <param name="Since">A Stockholm day.</param>
public sealed record MorningWishRow(Id Id, string UserId, DateOnly Since);
