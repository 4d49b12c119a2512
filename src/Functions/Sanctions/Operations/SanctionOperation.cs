using System.Globalization;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions.Operations;

/// <summary>What an operation on a sanction adds to every operation.</summary>
public abstract class SanctionOperation : Operation<OpenSanction>
{
    /// <summary>Of those to come: a year of them.</summary>
    private const int MostMeetings = 12;

    /// <summary>
    /// Of the reviewers and, of an omedelbar åtgärd, of whoever decides on it: they have this permission in common.
    /// </summary>
    public override Permission Permission => Permission.ReadSanctions;

    /// <summary>Core's command, for the table of what may be done in which state.</summary>
    public abstract Type CommandType { get; }

    public abstract SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts);

    /// <summary>The files that come with it; none, but for what takes files.</summary>
    public virtual IReadOnlyList<SentFile> FilesOf(FieldValues values) => [];

    /// <summary>The reviewers prepare; others override.</summary>
    public override bool IsFor(OpenSanction open) => IsForBoard(open) && (Reviews(open) || DecidesUrgent(open));

    public override Permission ActsBy(OpenSanction open) =>
        Permission != Permission.ReadSanctions ? Permission
        : Reviews(open) ? Permission.Review
        : Permission.DecideSanctions;

    private static bool Reviews(OpenSanction open) =>
        open.Of.IsReviewer && Access.Allows(open.User, Permission.Review, open.Board);

    private static bool DecidesUrgent(OpenSanction open) =>
        open.Sanction.Terms is { Effect: SanctionEffect.Urgent, DecidedBy: { } role }
            && Access.Allows(open.User, Permission.DecideSanctions, open.Board)
            && Access.ActingRole(open.User, Permission.DecideSanctions, open.Board) == role;

    public override bool Fits(OpenSanction open) => SanctionTransitions.Allows(open.State.Status, CommandType);

    protected bool IsForBoard(OpenSanction open) => open.IsSeen && Access.Allows(open.User, Permission, open.Board);

    /// <summary>Whether an ärende must be open in the registry before anything is sent or handed in.</summary>
    protected static bool CaseFirst(OpenSanction open) => open.Of.Setup.Rules.CaseFirst;

    protected static WordsField Why(string label, string? hint = null) =>
        new("reason", label, limits => limits.Reason) { Required = true, Rows = 4, Hint = hint };

    protected static IReadOnlyList<Choice> Choices(IEnumerable<Meeting> meetings) =>
    [
        .. meetings.Take(MostMeetings).Select(meeting => new Choice(
            meeting.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SwedishDates.Text(meeting.Day),
            $"Handlingsstopp {SwedishDates.Text(meeting.PapersStop)}")),
    ];

    protected static DateOnly? Day(FieldValues values, OwnChoiceField field) =>
        TypedDay.TryRead(values.Text(field), out var day) ? day : null;
}

/// <summary>An operation whose command is <typeparamref name="TCommand"/>.</summary>
public abstract class SanctionOperation<TCommand> : SanctionOperation
    where TCommand : SanctionCommand
{
    public override Type CommandType => typeof(TCommand);
}
