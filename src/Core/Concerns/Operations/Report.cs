using Oversight.Attachments;
using Oversight.Texts;

namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>A new concern.</summary>
    public sealed record Report : ConcernCommand
    {
        public required ConcernPlace Place { get; init; }

        public required CodeId? Service { get; init; }

        public required WrittenText Text { get; init; }

        public required Occurrence? Occurred { get; init; }

        public required CodeId? Consequence { get; init; }

        public required WrittenText? CaseReference { get; init; }

        /// <summary>Whom it is registered for (registrerad åt någon annan); null for one's own.</summary>
        public required WrittenText? RegisteredFor { get; init; }

        public required IReadOnlyList<Attachment> Attachments { get; init; }

        /// <summary>Pseudonym of the person whose concern it is.</summary>
        public required string ReporterKey { get; init; }

        /// <summary>Pseudonym of the person who registers it: another when it is registered for somebody.</summary>
        public required string RegisteredByKey { get; init; }

        public required ConcernChannel Channel { get; init; }

        public required Id? PossibleDuplicateOf { get; init; }

        public required ConcernRules Rules { get; init; }

        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var limits = Rules.Limits;
            Refusal[] faults =
            [
                .. ConcernChecks.Place(Place, Rules),
                .. ConcernChecks.Code(
                    Service, Rules.Services, "service", ConcernRefusals.ServiceRequired, context.Today),
                .. ConcernChecks.Required(Text, "text", limits.Text),
                .. ConcernChecks.Occurred(Occurred, Rules, context.Today),
                .. ConcernChecks.Code(
                    Consequence, Rules.Consequences, "consequence", ConcernRefusals.ConsequenceRequired, context.Today),
                .. ConcernChecks.Optional(CaseReference, "caseReference", limits.CaseReference),
                .. ConcernChecks.Optional(RegisteredFor, "registeredFor", limits.Line),
                .. AttachmentChecks.Of(Attachments, "attachments", limits.Attachments, limits.AttachmentBytes),
            ];
            return Decision.Unless<ConcernEvent>(faults, () => new ConcernEvent.Reported(context.Today)
            {
                Board = Place.OwningBoard,
                Unit = (Place as ConcernPlace.AtUnit)?.Unit,
                UnknownProvider = (Place as ConcernPlace.Unknown)?.Description.Kept,
                Service = Service!.Value,
                Text = Text.Kept,
                Occurred = Occurred!,
                Consequence = Consequence!.Value,
                CaseReference = CaseReference.KeptOrNone(),
                RegisteredFor = RegisteredFor.KeptOrNone(),
                Attachments = Attachments,
                ReporterKey = ReporterKey,
                RegisteredByKey = RegisteredByKey,
                Channel = Channel,
                PossibleDuplicateOf = PossibleDuplicateOf,
            });
        }
    }
}

public abstract partial record ConcernEvent
{
    public sealed record Reported(DateOnly On) : ConcernEvent(On)
    {
        public required BoardId Board { get; init; }

        public required ConcernUnit? Unit { get; init; }

        public required TextReference? UnknownProvider { get; init; }

        public required CodeId Service { get; init; }

        public required TextReference Text { get; init; }

        public required Occurrence Occurred { get; init; }

        public required CodeId Consequence { get; init; }

        public required TextReference? CaseReference { get; init; }

        public required TextReference? RegisteredFor { get; init; }

        public required IReadOnlyList<Attachment> Attachments { get; init; }

        public required string ReporterKey { get; init; }

        public required string RegisteredByKey { get; init; }

        public required ConcernChannel Channel { get; init; }

        public required Id? PossibleDuplicateOf { get; init; }

        internal override ConcernState Apply(ConcernState state) => new ConcernState.Received(new ConcernFile
        {
            Board = Board,
            Unit = Unit,
            UnknownProvider = UnknownProvider,
            Service = Service,
            Text = MaskableText.Open(Text),
            Occurred = Occurred,
            Consequence = Consequence,
            CaseReference = CaseReference,
            RegisteredFor = RegisteredFor,
            Attachments = Attachments,
            ReporterKey = ReporterKey,
            RegisteredByKey = RegisteredByKey,
            Channel = Channel,
            ReceivedOn = On,
            Links = PossibleDuplicateOf is { } other ? [new ConcernLink(other, ConcernLinkKind.PossibleDuplicate)] : [],
            Steps = [new ConcernStep(ConcernStepKind.Received, On)],
            Version = 1,
            WeighedAt = 1,
        });
    }
}
