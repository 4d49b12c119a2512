using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions.Operations.Proposal;

internal sealed class Submit : SanctionOperation<SanctionCommand.Submit>
{
    private static readonly OwnChoiceField Meeting = new("meeting", "Till vilket sammanträde?")
    {
        Unfolds = true,
        Hint = "Sammanträden vars handlingsstopp inte har passerat, det närmaste först.",
    };

    public override OperationName Name { get; } = new("submit", "lamna-till-beslut");

    public override string Title => "Lämna till beslut";

    public override string Summary =>
        "Lämnar tjänsteskrivelsen med bilagor till nämndens sammanträde, eller till delegaten.";

    public override string Done => "Handlingarna är lämnade. De ändras inte mer om ärendet inte återremitteras.";

    public override int Rank => 40;

    public override IReadOnlyList<Field> Fields { get; } = [Meeting];

    public override IReadOnlyList<Field> FieldsOf(OpenSanction open) =>
        open.Sanction.Terms.DecidedBy is null ? Fields : [];

    public override string Lead(OpenSanction open) => open.Sanction.Terms.DecidedBy is null
        ? "Nämnden beslutar. Kontrollera listan på sanktionens sida först."
        : $"{Identity.RoleNames.Title(open.Sanction.Terms.DecidedBy.Value)} beslutar på delegation, "
            + $"punkt {open.Sanction.Terms.DelegationPoint}.";

    public override IReadOnlyList<Choice>? ChoicesOf(OpenSanction open, Field field) =>
        field == Meeting ? Choices(open.Setup.Meetings.Reachable(open.Of.Today)) : null;

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Sanction.Question is { Paper: not null } question
            && (!question.NeedsHearing || question.Hearing?.IsOver(open.Of.Today) == true)
            && open.Of.Review.Seal is null;

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.Submit(Day(values, Meeting), CaseFirst(open), open.Setup);
}

internal sealed class WithdrawProposal : SanctionOperation<SanctionCommand.Withdraw>
{
    private static readonly WordsField Reason = Why("Varför dras det tillbaka?");

    public override OperationName Name { get; } = new("withdraw", "dra-tillbaka");

    public override string Title => "Dra tillbaka förslaget";

    public override string Summary => "Drar tillbaka ett förslag som ingen har beslutat om.";

    public override string Done => "Förslaget är tillbakadraget.";

    public override int Rank => 90;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.Withdraw(texts.Add(values, Reason), open.Setup);
}
