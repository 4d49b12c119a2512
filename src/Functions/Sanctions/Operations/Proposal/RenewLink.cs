using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Operations.Report;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Operations.Proposal;

internal sealed class RenewLink : SanctionOperation<SanctionCommand.RenewLink>
{
    private static readonly WordsField Reason = Why("Motivering", LinkRenewal.WhyHint);

    public override OperationName Name { get; } = new("renew-link", "byt-svarslank");

    public override string Title => LinkRenewal.Title;

    public override string Button => LinkRenewal.Title;

    public override string Summary => LinkRenewal.Summary;

    public override string Done => LinkRenewal.Done;

    public override int Rank => 85;

    public override IReadOnlyList<Field> Fields { get; } = [LinkRenewal.What, Reason];

    public override string Lead(OpenSanction open) => LinkRenewal.Lead;

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Of.Review.Seal is null && SanctionLinks.Open(open.State).Any();

    public override IReadOnlyList<Choice>? ChoicesOf(OpenSanction open, Field field) => field == LinkRenewal.What
        ? [
            .. SanctionLinks.Open(open.State).Select(link => new Choice(
                link.What, $"{SanctionWords.Wait(link.What)}, senast {SwedishDates.Text(link.Until!.Value)}")),
        ]
        : null;

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.RenewLink(
            TypedText.Code(values.Text(LinkRenewal.What)), texts.Add(values, Reason), open.Setup);
}
