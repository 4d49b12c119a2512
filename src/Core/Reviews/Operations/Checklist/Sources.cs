using Oversight.Attachments;
using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Attaches a source (underlag) to the review (R35, R36), with the day it is from.</summary>
    public sealed record AttachSource(
        CodeId? Kind, WrittenText What, WrittenText Origin, DateOnly? From, WrittenText Note,
        IReadOnlyList<SourceFile> Files, SourceRules Rules) : ByReviewer
    {
        public override IReadOnlyList<Attachment> Attachments => [.. Files.Select(file => file.File)];

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            Refusal[] faults =
            [
                .. ReviewDecider.Code(Kind, Rules.Kinds, context.Today, "kind"),
                .. TextChecks.Required(What, "what", Rules.Line),
                .. TextChecks.Required(Origin, "origin", Rules.Line),
                .. ReviewDecider.Happened(From, DateOnly.MinValue, context, "from"),
                .. TextChecks.Optional(Note, "note", Rules.Reason),
                .. AttachmentChecks.Of(Attachments, "files", SourceRules.MostFiles, Rules.FileBytes),
            ];
            return Decision.Unless<ReviewEvent>(faults, () => new ReviewEvent.SourceAttached(
                context.Today, new ReviewSource(
                    review.Sources.Count + 1, Kind!.Value, What.Kept, Origin.Kept, From!.Value,
                    Note.IsEmpty ? null : Note.Kept, Files.Count == 0 ? null : Files[0])));
        }
    }

    /// <summary>Says that something is no source of the review after all.</summary>
    public sealed record WithdrawSource(int? Number, WrittenText Reason, SourceRules Rules) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(
                        review.SourcesInUse.All(source => source.Number != Number), ReviewRefusals.NoSuchSource,
                        "number"),
                    .. TextChecks.Required(Reason, "reason", Rules.Reason),
                ],
                () => new ReviewEvent.SourceWithdrawn(context.Today, Number!.Value, Reason.Kept));
    }
}

public abstract partial record ReviewEvent
{
    public sealed record SourceAttached(DateOnly On, ReviewSource Source) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { Sources = [.. review.Sources, Source] };
    }

    public sealed record SourceWithdrawn(DateOnly On, int Number, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Sources =
            [
                .. review.Sources.Select(
                    source => source.Number == Number ? source with { WithdrawnOn = On } : source),
            ],
        };
    }
}
