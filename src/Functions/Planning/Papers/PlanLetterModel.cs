using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;
using Oversight.Planning;
using Oversight.Settings;

namespace Oversight.Functions.Planning;

/// <summary>tjänsteskrivelse: asks the board to establish the plan or to take note of it. One page.</summary>
public static class PlanLetterModel
{
    /// <param name="plan">As the board gets it.</param>
    public static Document Letter(Plan plan, MunicipalitySettings settings)
    {
        var (content, presented) = (plan.Content, plan.Presented!);
        var board = PlanDocumentModel.BoardName(plan, settings);
        var isFinished = presented.FinishedBy is not null;
        var verb = presented.Proposal == BoardOutcome.Noted ? "noterar" : "fastställer";
        var units = content.Reviews.Count + content.NotChosen.Count;
        return new Document(
            settings.HeadOf(
                plan.Board, "Tjänsteskrivelse", presented.Day,
                isFinished ? DocumentStatus.Established : DocumentStatus.WorkingMaterial, isDraft: !isFinished),
            $"Årsplan {plan.Year} för uppföljning av anordnare och utförare",
            [
                new Block.Paragraph($"Till {board}"),
                new Block.Heading(1, "Förslag till beslut"),
                new Block.DecisionPoints([$"{board} {verb} årsplan {plan.Year} enligt bilaga."]),
                new Block.Heading(1, "Sammanfattning av ärendet"),
                new Block.Paragraph(
                    "Nämnden ska följa upp att den vård och omsorg som anordnare och utförare ger håller god kvalitet. "
                        + $"Planen gäller {SwedishDates.Text(content.PeriodFirst)}–"
                        + $"{SwedishDates.Text(content.PeriodLast)}. "
                        + $"{Reviews(content.Reviews.Count)} av {units} enheter granskas under perioden. "
                        + $"{Others(content)}En riskanalys från {SwedishDates.Text(content.AsOf)} av alla enheter, "
                        + "privata och kommunala på samma sätt, avgör tillsammans med minimikraven vilka som "
                        + "granskas."),
                .. content.LastYear is { } last
                    ? [new Block.Paragraph($"Förra årets plan: {PlanWords.Summary(last)}")]
                    : Array.Empty<Block>(),
                new Block.Heading(1, "Konsekvenser"),
                new Block.Paragraph(content.Budget is { } budget
                    ? $"Ekonomi: granskningarna beräknas ta {budget.DaysUsed.Sum()} av de "
                        + $"{budget.DaysPerQuarter.Sum()} granskningsdagar som finns."
                    : "Ekonomi: hur mycket tid granskningarna tar är inte beräknat."),
                new Block.Paragraph(
                    "Barn: enheter för barn bedöms på samma sätt som andra. Att kunderna är barn höjer inte risken i "
                        + "sig och sänker den inte heller."),
            ])
        {
            Attachments = [new DocumentAttachment($"Årsplan {plan.Year}", content.AsOf)],
            Signatories =
                [new Signatory(settings.DocumentHead(plan.Board).ProcessOwner, null, settings.UnitOf(plan.Board))],
        };
    }

    /// <summary>What follows up those that are not reviewed, as the plan says.</summary>
    private static string Others(PlanContent content)
    {
        var methods = content.Common.Concat(content.Providers.SelectMany(provider => provider.Methods))
            .Where(method => method.Method != FollowUpMethod.Review)
            .Select(method => PlanWords.Name(method.Method).ToLowerInvariant()).Distinct().ToList();
        return methods.Count == 0 ? "" : $"Dessutom används {And(methods)}. ";
    }

    private static string And(List<string> items) => items is [var only]
        ? only
        : $"{string.Join(", ", items.SkipLast(1))} och {items[^1]}";

    private static string Reviews(int count) => count == 0 ? "Ingen" : $"{count}";
}
