using Oversight.Attachments;

namespace Oversight.Sanctions;

/// <summary>A file with its name, which may hold personal data and is kept apart.</summary>
public sealed record SanctionFile(Attachment File, TextReference Name);

public abstract partial record SanctionCommand
{
    /// <summary>Adds the protokollsutdrag of what the board has decided, each file once. By the secretary.</summary>
    /// <param name="MostFiles">Of one question.</param>
    /// <param name="FileBytes">Of each.</param>
    public sealed record AttachMinutes(
        IReadOnlyList<SanctionFile> Files, int MostFiles, long FileBytes, SanctionSetup Setup) : ByPerson(Setup)
    {
        internal override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context)
        {
            if (sanction.Question.Decision is not { Route: DecisionRoute.Board })
                return new Refusal(SanctionRefusals.NoMinutes);
            var known = sanction.Question.Minutes.Select(file => file.File.Sha256).ToHashSet();
            SanctionFile[] added = [.. Files.Where(file => !known.Contains(file.File.Sha256))];
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.If(Files.Count == 0, SanctionRefusals.FileMissing, "files"),
                    .. AttachmentChecks.Of(
                        [.. sanction.Question.Minutes.Concat(added).Select(file => file.File)], "files", MostFiles,
                        FileBytes),
                ],
                () => added.Length == 0
                    ? Decision.Accept<SanctionEvent>()
                    : new SanctionEvent.MinutesAttached(context.Today, added));
        }
    }
}

public abstract partial record SanctionEvent
{
    public sealed record MinutesAttached(DateOnly On, IReadOnlyList<SanctionFile> Files) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) => sanction with
        {
            Question = sanction.Question with { Minutes = [.. sanction.Question.Minutes, .. Files] },
        };
    }
}
