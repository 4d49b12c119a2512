using System.Globalization;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions.Operations.Proposal;

internal sealed class WritePaper : SanctionOperation<SanctionCommand.Write>
{
    private static readonly WordsField Abstract = new("summary", "Sammanfattning av ärendet", limits => limits.LongText)
    {
        Required = true,
        Rows = 8,
        Hint = "Vad som har hänt och vad granskningen visar, utan egna värderingar. Skriv inga uppgifter om kunder.",
    };

    private static readonly WordsField Matter = new("matter", "Ärendet", limits => limits.LongText)
    {
        Required = true,
        Rows = 10,
        Hint = "Bakgrund och bedömning. Listan över bristerna och vad som är åtgärdat läggs till av systemet.",
    };

    private static readonly WordsField Economy =
        new("economy", "Ekonomiska konsekvenser", limits => limits.LongText)
        {
            Required = true,
            Rows = 5,
            Hint = "För kommunen. Om beslut inte verkställs i tid kan kommunen åläggas särskild avgift på ansökan av "
                + "IVO. Det är inte ett vite.",
        };

    private static readonly YesNoField Children =
        new("children", "Berörs barn?", "Ja", "Nej") { Required = true };

    private static readonly WordsField ChildGroup = new("childGroup", "Vilka barn?", limits => limits.Reason)
    {
        Rows = 3,
        Hint = "Barn som är kunder, syskon, barn till kunder och vårdnadshavare. Skriv om gruppen, aldrig om någon "
            + "enskild.",
    };

    private static readonly WordsField ChildrenWhy =
        new("childrenWhy", "Hur påverkas barnen, eller varför berörs inga barn?", limits => limits.Reason)
        {
            Required = true,
            Rows = 4,
        };

    private static readonly DayField FinalDate = new("finalDate", "Sista dag för samtliga brister")
    {
        Hint = "Den dag då allt ska vara åtgärdat. Behövs inte för ett belopp, en uppsägning eller en hävning.",
    };

    private static readonly TickField AtOnce = new("approvedAtOnce", "Beslutet justeras omedelbart");

    private static readonly NumberField Amount = new("amount", "Belopp i hela kronor")
    {
        Hint = "Bara för vite, prisavdrag och innehållen betalning.",
    };

    private static readonly WordsField AmountBasis =
        new("amountBasis", "Hur är beloppet beräknat?", limits => limits.Reason) { Rows = 3 };

    private static readonly WordsField Attachments =
        new("attachments", "Fler bilagor", limits => limits.Reason)
        {
            Rows = 4,
            Hint = "En bilaga på varje rad. Rapporten, villkoren och den godkända åtgärdsplanen kommer först av sig "
                + "själva.",
        };

    private static readonly WordsField Manager =
        new("manager", "Enhetschef som undertecknar", limits => limits.ShortText) { Required = true, IsLine = true };

    private static readonly WordsField Consulted =
        new("consulted", "Samråd med kommunjurist", limits => limits.Reason)
        {
            Rows = 3,
            Hint = "Vad juristen har sagt. Behövs för stopp, uppsägning, hävning och avauktorisation.",
        };

    public override OperationName Name { get; } = new("write-paper", "tjansteskrivelse");

    public override string Title => "Skriv tjänsteskrivelsen";

    public override string Button => "Spara tjänsteskrivelsen";

    public override string Summary =>
        "Skriver tjänsteskrivelsen, eller skriver om den innan den är lämnad till beslut.";

    public override string Done => "Tjänsteskrivelsen är sparad som utkast bland dokumenten.";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Abstract, Matter, Economy, Children, ChildGroup, ChildrenWhy, FinalDate, AtOnce, Amount, AmountBasis,
        Attachments, Manager, Consulted,
    ];

    /// <summary>Only what makes sense for the question and the step.</summary>
    public override IReadOnlyList<Field> FieldsOf(OpenSanction open)
    {
        var isFirst = open.Sanction.Question.Kind == QuestionKind.Impose;
        return
        [
            .. Fields.Where(field => field != FinalDate || open.Sanction.Question.Kind != QuestionKind.Lift)
                .Where(field => (field != Amount && field != AmountBasis)
                    || (isFirst && open.Sanction.Terms.Effect == SanctionEffect.Amount))
                .Where(field => field != Consulted || open.Sanction.Terms.Consult),
        ];
    }

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenSanction open, CancellationToken cancellation)
    {
        if (open.Sanction.Question.Paper is not { } paper)
            return base.PresentAsync(open, cancellation);
        return Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>
            {
                [Abstract.Name] = [open.Texts.Find(paper.Summary) ?? ""],
                [Matter.Name] = [open.Texts.Find(paper.Matter) ?? ""],
                [Economy.Name] = [open.Texts.Find(paper.Economy) ?? ""],
                [Children.Name] = [paper.Children.Any ? "true" : "false"],
                [ChildGroup.Name] = [open.Texts.Find(paper.Children.Group) ?? ""],
                [ChildrenWhy.Name] = [open.Texts.Find(paper.Children.Why) ?? ""],
                [FinalDate.Name] = [paper.FinalDate?.ToString("O", CultureInfo.InvariantCulture) ?? ""],
                [AtOnce.Name] = [paper.ApprovedAtOnce ? TickField.Ticked : ""],
                [Amount.Name] = [paper.Amount?.ToString(CultureInfo.InvariantCulture) ?? ""],
                [AmountBasis.Name] = [open.Texts.Find(paper.AmountBasis) ?? ""],
                [Attachments.Name] = [open.Texts.Find(paper.Attachments) ?? ""],
                [Manager.Name] = [open.Texts.Find(paper.Manager) ?? ""],
                [Consulted.Name] = [open.Texts.Find(paper.Consulted) ?? ""],
            });
    }

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.Write(
            new PaperWords
            {
                Summary = texts.Add(values, Abstract),
                Matter = texts.Add(values, Matter),
                Economy = texts.Add(values, Economy),
                Group = texts.Add(values, ChildGroup),
                ChildrenWhy = texts.Add(values, ChildrenWhy),
                AmountBasis = texts.Add(values, AmountBasis),
                Attachments = texts.Add(values, Attachments),
                Manager = texts.Add(values, Manager),
                Consulted = texts.Add(values, Consulted),
            },
            values.Read(Children), values.Read(FinalDate), values.Read(AtOnce), values.Read(Amount), open.Setup);
}
