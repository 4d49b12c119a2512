using Oversight.Attachments;
using Oversight.Texts;

namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>
    /// A new concern. <paramref name="RegisteredByKey"/> is the pseudonym of the person who registers it,
    /// <paramref name="ReporterKey"/> of the person whose concern it is; they differ when it is registrerad åt någon
    /// annan, described by <paramref name="RegisteredFor"/>.
    /// </summary>
    public sealed record Report(
        ConcernPlace Place, CodeId? Service, WrittenText Text, Occurrence? Occurred, CodeId? Consequence,
        WrittenText? CaseReference, WrittenText? RegisteredFor, IReadOnlyList<Attachment> Attachments,
        string ReporterKey, string RegisteredByKey, ConcernChannel Channel, Id? PossibleDuplicateOf, ConcernRules Rules)
        : ConcernCommand
    {
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
            return Decision.Unless<ConcernEvent>(faults, () => new ConcernEvent.Reported(
                context.Today, Place.OwningBoard, (Place as ConcernPlace.AtUnit)?.Unit,
                (Place as ConcernPlace.Unknown)?.Description.Kept, Service!.Value, Text.Kept, Occurred!,
                Consequence!.Value, CaseReference.KeptOrNone(), RegisteredFor.KeptOrNone(), Attachments, ReporterKey,
                RegisteredByKey, Channel, PossibleDuplicateOf));
        }
    }
}

public abstract partial record ConcernEvent
{
    public sealed record Reported(
        DateOnly On, BoardId Board, ConcernUnit? Unit, TextReference? UnknownProvider, CodeId Service,
        TextReference Text, Occurrence Occurred, CodeId Consequence, TextReference? CaseReference,
        TextReference? RegisteredFor, IReadOnlyList<Attachment> Attachments, string ReporterKey, string RegisteredByKey,
        ConcernChannel Channel, Id? PossibleDuplicateOf) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => new ConcernState.Received(new ConcernFile(
            Board, Unit, UnknownProvider, Service, MaskableText.Open(Text), Occurred, Consequence, CaseReference,
            RegisteredFor, Attachments, ReporterKey, RegisteredByKey, Channel, On,
            PossibleDuplicateOf is { } other ? [new ConcernLink(other, ConcernLinkKind.PossibleDuplicate)] : [],
            [new ConcernStep(ConcernStepKind.Received, On)], Version: 1, WeighedAt: 1));
    }
}
