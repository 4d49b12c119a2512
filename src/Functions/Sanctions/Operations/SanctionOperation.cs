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

    public override Permission Permission => Permission.Review;

    /// <summary>Core's command, for the table of what may be done in which state.</summary>
    public abstract Type CommandType { get; }

    public abstract SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts);

    /// <summary>The files that come with it; none, but for what takes files.</summary>
    public virtual IReadOnlyList<SentFile> FilesOf(FieldValues values) => [];

    /// <summary>The reviewers prepare; others override.</summary>
    public override bool IsFor(OpenSanction open) => IsForBoard(open) && open.Of.IsReviewer;

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
