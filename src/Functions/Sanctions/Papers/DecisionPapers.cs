using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions.Papers;

/// <summary>begäran om yttrande over a proposed sanction.</summary>
public static class HearingLetter
{
    public static Id IdOf(Id sanction, int number) => Id.Derive("sanction-hearing", $"{sanction}/{number}");

    public static DocumentDraft Of(SanctionModel model, SanctionHearing hearing) => model.Keep(
        IdOf(model.Id, hearing.Number), "begaran-om-yttrande", ContentClass.Review, new Document(
            model.Head("Begäran om yttrande", DocumentStatus.Established),
            $"Begäran om yttrande över förslag om {SanctionWords.Lower(model.Terms.Text)}, {model.Provider}",
            [
                new Block.Paragraph(
                    $"Granskningen av {model.Sanction.Unit.Name} visar brister. Vi överväger att föreslå följande "
                        + "beslut."),
                new Block.DecisionPoints(model.Decision(model.Decider, model.Question.Paper!.FinalDate)),
                new Block.Heading(1, "Grunder"),
                new Block.Paragraph(model.Text(model.Sanction.Grounds)),
                new Block.Heading(1, "Så här svarar ni"),
                new Block.Paragraph(
                    $"Yttrandet ska ha kommit in senast den {SwedishDates.Text(hearing.Until!.Value)}. Svara genom "
                        + "länken i brevet. Ange namn, titel och att ni får företräda verksamheten. Ett ombud lämnar "
                        + "en fullmakt. Skriv inga uppgifter som pekar ut enskilda kunder."),
                new Block.Paragraph("Svarar ni inte avgörs frågan på det underlag som finns."),
            ])
        {
            Attachments = [model.Of.ReportAttachment],
            Signatories = model.Of.Signatories,
        });
}

/// <summary>yttrande: what the provider has answered, as the attachment that the board gets.</summary>
public static class HearingAnswerPaper
{
    public static Id IdOf(Id sanction, int number) => Id.Derive("sanction-hearing-answer", $"{sanction}/{number}");

    public static DocumentDraft Of(SanctionModel model, SanctionHearing hearing) => model.Keep(
        IdOf(model.Id, hearing.Number), "yttrande", ContentClass.ReviewPaper, new Document(
            model.Head("Yttrande från verksamheten", DocumentStatus.Established),
            $"Yttrande över förslag om {SanctionWords.Lower(model.Terms.Text)}, {model.Provider}",
            [
                new Block.Paragraph(
                    $"{model.Provider} fick yttra sig till och med den {SanctionModel.Date(hearing.Until)}. Yttrandet "
                        + $"inkom den {SanctionModel.Date(hearing.AnsweredOn)}"
                        + (hearing.CameLate() ? ", efter den sista svarsdagen." : ".")),
                new Block.Heading(1, "Yttrandet ordagrant"),
                new Block.Paragraph(model.Text(hearing.Answer)),
            ]));
}

/// <summary>delegationsbeslut and ordförandebeslut.</summary>
public static class DecisionPaper
{
    public static Id IdOf(Id sanction, int question) => Id.Derive("sanction-decision", $"{sanction}/{question}");

    public static DocumentDraft Of(SanctionModel model, SanctionDecision decision)
    {
        var isChair = decision.Route == DecisionRoute.Chair;
        var (type, title) = isChair
            ? ("ordforandebeslut", "Ordförandebeslut")
            : ("delegationsbeslut", "Delegationsbeslut");
        var decider = isChair ? "Ordföranden" : $"{RoleNames.Title(model.Terms.DecidedBy ?? Role.UnitManager)}en";
        var isGranted = decision.Outcome == DecisionOutcome.Granted;
        return model.Keep(
            IdOf(model.Id, model.Question.Number), type, ContentClass.ReviewPaper, new Document(
                model.Head(title, DocumentStatus.Established, decidedBy: decider), model.Title,
                [
                    new Block.Heading(1, "Beslut"),
                    new Block.DecisionPoints(isGranted
                        ? model.Decision(decider, decision.FinalDate, decision.Until)
                        : $"{decider} avslår förslaget om {SanctionWords.Lower(model.Terms.Text)}."),
                    .. Measure(model, decision),
                    new Block.Heading(1, isChair ? "Varför ärendet inte kunde vänta" : "Motivering"),
                    new Block.Paragraph(model.Text(decision.Words)),
                    new Block.Heading(1, "Grund för beslutanderätten"),
                    new Block.Paragraph(isChair
                        ? $"6 kap. 39 § kommunallagen (2017:725). Beslut {decision.Paragraph}."
                        : $"Nämndens delegationsordning, punkt {model.Terms.DelegationPoint}."),
                    new Block.Paragraph("Beslutet anmäls vid nämndens nästa sammanträde."),
                    new Block.Heading(1, "Om beslutet ska prövas"),
                    new Block.Paragraph(model.Terms.AppealText),
                ])
            {
                Attachments = OfficialLetter.Attachments(model),
            });
    }

    /// <summary>What an omedelbar åtgärd is.</summary>
    internal static IEnumerable<Block> Measure(SanctionModel model, SanctionDecision decision) =>
        decision.Measure is { } measure
            ? [new Block.Heading(1, "Åtgärden"), new Block.Paragraph(model.Text(measure))]
            : [];
}

/// <summary>underrättelse om beslut: what the approved paragraph says, never what was proposed.</summary>
public static class NoticePaper
{
    public static Id IdOf(Id sanction, int question) => Id.Derive("sanction-notice", $"{sanction}/{question}");

    public static DocumentDraft Of(SanctionModel model)
    {
        var decision = model.Question.Decision!;
        var decider = decision.Route switch
        {
            DecisionRoute.Board => model.Board,
            DecisionRoute.Chair => "Ordföranden",
            _ => model.Decider,
        };
        return model.Keep(
            IdOf(model.Id, model.Question.Number), "underrattelse", ContentClass.ReviewPaper, new Document(
                model.Head("Underrättelse om beslut", DocumentStatus.Established), $"Underrättelse: {model.Title}",
                [
                    new Block.Heading(1, "Beslut"),
                    new Block.Paragraph(Made(decision)),
                    new Block.DecisionPoints(decision.Outcome == DecisionOutcome.Rejected
                        ? $"{decider} avslår förslaget."
                        : model.Decision(decider, decision.FinalDate, decision.Until)),
                    .. decision is { Outcome: DecisionOutcome.Altered, Words: { } words }
                        ? [new Block.Paragraph(model.Text(words))]
                        : Array.Empty<Block>(),
                    .. DecisionPaper.Measure(model, decision),
                    new Block.Heading(1, "Om ni vill att beslutet prövas"),
                    new Block.Paragraph(model.Terms.AppealText),
                    .. decision.FinalOn is { } final
                        ?
                        [
                            new Block.Paragraph(
                                "Om ingen begär laglighetsprövning får beslutet laga kraft den "
                                    + $"{SwedishDates.Text(final)}."),
                        ]
                        : Array.Empty<Block>(),
                    new Block.Paragraph(
                        "Bekräfta att ni har tagit emot underrättelsen. Det gör ni genom länken i brevet."),
                ])
            {
                Signatories = model.Of.Signatories,
            });
    }

    private static string Made(SanctionDecision decision) => decision.Route switch
    {
        DecisionRoute.Board =>
            $"Beslutet fattades vid sammanträdet den {SwedishDates.Text(decision.On)}, {decision.Paragraph}. "
                + $"Paragrafen justerades den {SanctionModel.Date(decision.ApprovedOn)}.",
        DecisionRoute.Chair =>
            $"Beslutet fattades av ordföranden den {SwedishDates.Text(decision.On)}, {decision.Paragraph}.",
        _ => $"Beslutet fattades på delegation den {SwedishDates.Text(decision.On)}.",
    };
}

/// <summary>expedieringslista: who is sent what when a decision has been made.</summary>
public static class DispatchList
{
    public static Id IdOf(Id sanction, int question) => Id.Derive("sanction-dispatch", $"{sanction}/{question}");

    public static DocumentDraft Of(SanctionModel model) => model.Keep(
        IdOf(model.Id, model.Question.Number), "expedieringslista", ContentClass.ReviewPaper, new Document(
            model.Head("Expedieringslista", DocumentStatus.Established), $"Expediering: {model.Title}",
            [
                new Block.Table(
                    "Mottagare", [new Column("Mottagare"), new Column("Handling"), new Column("Varför")],
                    [.. Rows(model)]),
            ]));

    private static IEnumerable<IReadOnlyList<string>> Rows(SanctionModel model)
    {
        yield return [model.Provider, "Underrättelse om beslut", "Part. Mottagandet ska bekräftas."];
        if (model.Terms.Effect is SanctionEffect.Stop or SanctionEffect.Termination
            or SanctionEffect.Urgent)
            yield return
            [
                "Handläggarna", "Beslutet",
                model.Sanction.Until is { } until
                    ? $"Inga nya kunder placeras hos verksamheten till och med den {SwedishDates.Text(until)}."
                    : "Inga nya kunder placeras hos verksamheten.",
            ];
        if (model.Terms.Effect == SanctionEffect.Amount)
            yield return ["Ekonomi", "Beslutet", "Beloppet ska regleras."];
        if (model.Terms.Effect == SanctionEffect.Termination)
            yield return ["Inköp", "Beslutet", "Avtalet upphör."];
        yield return ["Registrator", "Underrättelsen och beslutet", "Diarieföring."];
    }
}
