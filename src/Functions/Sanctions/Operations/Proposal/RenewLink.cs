using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Operations.Proposal;

internal sealed class RenewLink : SanctionOperation<SanctionCommand.RenewLink>
{
    private static readonly OwnChoiceField What = new("what", "Svarslänk") { Required = true, Unfolds = true };

    private static readonly WordsField Reason = Why("Varför?", "Till exempel att länken har skickats till fel person.");

    public override OperationName Name { get; } = new("renew-link", "byt-svarslank");

    public override string Title => "Byt svarslänk";

    public override string Button => "Byt svarslänk";

    public override string Summary => "Gör svarslänkar som kan ha kommit i orätta händer ogiltiga och skickar en ny.";

    public override string Done => "De gamla länkarna slutar gälla. En ny skickas till enhetens adress.";

    public override int Rank => 85;

    public override IReadOnlyList<Field> Fields { get; } = [What, Reason];

    public override string Lead(OpenSanction open) =>
        "Det som verksamheten har skrivit finns kvar. Rätta enhetens adress först om den är fel.";

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Of.Review.Seal is null && SanctionLinks.Open(open.State).Any();

    public override IReadOnlyList<Choice>? ChoicesOf(OpenSanction open, Field field) => field == What
        ? [
            .. SanctionLinks.Open(open.State).Select(link => new Choice(
                link.What, $"{SanctionWords.Wait(link.What)}, senast {SwedishDates.Text(link.Until!.Value)}")),
        ]
        : null;

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.RenewLink(TypedText.Code(values.Text(What)), texts.Add(values, Reason), open.Setup);
}
