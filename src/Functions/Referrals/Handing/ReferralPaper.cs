using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Texts;
using Oversight.Functions.Web.Components;
using Oversight.Referrals;
using Oversight.Settings;

namespace Oversight.Functions.Referrals;

/// <summary>överlämnande: to whom, by which law, exactly what, what is masked, why, and who decided (R73).</summary>
public sealed record ReferralPaper(
    Id Id, Referral Referral, MunicipalitySettings Settings, KeptTexts Texts, string? CaseNumber)
{
    public static Id IdOf(Id referral) => Id.Derive("referral-paper", referral.Value);

    public DocumentDraft Draft()
    {
        var (content, decision) = (Referral.Content, Referral.Decision!);
        var decider = RoleNames.Title(decision.By);
        return new DocumentDraft(
            IdOf(Id), Referral.Unit.Board, new CodeId("overlamnande"), ContentClass.Review,
            new Document(
                Settings.HeadOf(
                    Referral.Unit.Board, "Överlämnande", decision.On, DocumentStatus.Established, isDraft: false,
                    decider) with
                {
                    RegistrationNumber = CaseNumber,
                },
                $"Överlämnande av uppgifter om {Referral.Unit.Name}",
                [
                    new Block.Table("Överlämnandet", [new Column("Uppgift"), new Column("Innehåll")],
                    [
                        ["Till", ReferralWords.Recipient(content.Recipient, Settings)],
                        ["Från", Settings.Board(Referral.Unit.Board)?.Name ?? Referral.Unit.Board.Value],
                        ["Gäller", $"{Referral.Unit.Name}, {Referral.Unit.ProviderName}"],
                        ["Med stöd av", ReferralWords.Ground(content.Ground, Settings)],
                        ["Slag av uppgifter", ReferralWords.Data(content.Data, Settings)],
                    ]),
                    .. content.SixMonths
                        ? (Block[])[new Block.Paragraph(
                            "Det är bekräftat att brottet ger minst sex månaders fängelse.")]
                        : [],
                    new Block.Heading(1, "Uppgifter och handlingar som överlämnas"),
                    new Block.Bullets(Lines(content.Fields)),
                    new Block.Heading(1, "Maskerat"),
                    new Block.Paragraph(content.Masked is { } masked ? Texts.Show(masked) : "Inget är maskerat."),
                    new Block.Heading(1, "Skäl och avvägning"),
                    new Block.Paragraph(Texts.Show(content.Weighing)),
                    new Block.Heading(1, "Beslut"),
                    new Block.Paragraph(
                        $"{decider} beslutade om överlämnandet {SwedishDates.Text(decision.On)} med stöd av "
                            + $"delegation: {decision.DelegationPoint}. Förslaget lämnades av "
                            + $"{RoleNames.Title(Referral.ProposedBy).ToLowerInvariant()} "
                            + $"{SwedishDates.Text(Referral.ProposedOn)}."),
                    new Block.Paragraph(Texts.Show(decision.Reason)),
                ])
            {
                Signatories =
                    [new Signatory(decider, Texts.Find(decision.Name), Settings.UnitOf(Referral.Unit.Board))],
            },
            [.. Referral.Review is { } review ? [review] : Array.Empty<Id>(), .. Referral.Concerns]);
    }

    private string[] Lines(TextReference text) => Texts.Show(text)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
