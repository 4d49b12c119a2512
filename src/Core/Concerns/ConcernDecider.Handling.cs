using Oversight.Texts;

namespace Oversight.Concerns;

/// <summary>What those who handle a concern do with it.</summary>
public static partial class ConcernDecider
{
    private static Decision<ConcernEvent> Assess(
        ConcernFile file, Assessment? earlier, ConcernCommand.Assess assess, CommandContext context)
    {
        var rules = assess.Rules;
        var unit = (assess.Unit as ConcernPlace.AtUnit)?.Unit;
        Refusal[] faults =
        [
            .. assess.Outcome is null ? [new Refusal(ConcernRefusals.OutcomeRequired, "outcome")] : Array.Empty<Refusal>(),
            .. assess.Outcome is ConcernOutcome.Unfounded ? GivenCodes(assess, context.Today) : AllCodes(assess, context.Today),
            .. AreaFits(file, assess, rules),
            .. assess.Unit is null or ConcernPlace.AtUnit ? [] : ConcernChecks.Place(assess.Unit, rules),
            .. assess.Outcome is ConcernOutcome.ProposeTriggeredReview && (unit ?? file.Unit) is null
                ? [new Refusal(ConcernRefusals.UnitNeededForReview, "unitId")]
                : Array.Empty<Refusal>(),
            .. ConcernChecks.Reason(assess.Reason, rules),
        ];
        return Decision.Unless<ConcernEvent>(faults, () => Decision.Accept<ConcernEvent>(
        [
            .. unit is null || unit.UnitId == file.Unit?.UnitId ? Array.Empty<ConcernEvent>() : [ToUnit(file, unit, assess.Reason, context)],
            new ConcernEvent.Assessed(
                context.Today, (earlier?.Number ?? 0) + 1, assess.Kind, assess.Category, assess.Area, assess.Severity,
                assess.Outcome!.Value, assess.Reason.Kept)
            {
                Awaits = assess.Outcome is ConcernOutcome.ProposeTriggeredReview ? Proposed(file, rules, context.Today) : null,
            },
        ]));
    }

    private static IEnumerable<Refusal> AllCodes(ConcernCommand.Assess assess, DateOnly today) =>
    [
        .. ConcernChecks.Code(assess.Kind, assess.Rules.Kinds, "kind", ConcernRefusals.KindRequired, today),
        .. ConcernChecks.Code(assess.Category, assess.Rules.Categories, "category", ConcernRefusals.CategoryRequired, today),
        .. ConcernChecks.Code(assess.Area, assess.Rules.QualityAreas, "area", ConcernRefusals.AreaRequired, today),
        .. assess.Severity is null ? [new Refusal(ConcernRefusals.SeverityRequired, "severity")] : InRange(assess.Severity),
    ];

    private static IEnumerable<Refusal> GivenCodes(ConcernCommand.Assess assess, DateOnly today) =>
    [
        .. assess.Kind is null ? [] : ConcernChecks.Code(assess.Kind, assess.Rules.Kinds, "kind", ConcernRefusals.KindRequired, today),
        .. assess.Category is null
            ? []
            : ConcernChecks.Code(assess.Category, assess.Rules.Categories, "category", ConcernRefusals.CategoryRequired, today),
        .. assess.Area is null ? [] : ConcernChecks.Code(assess.Area, assess.Rules.QualityAreas, "area", ConcernRefusals.AreaRequired, today),
        .. InRange(assess.Severity),
    ];

    private static IEnumerable<Refusal> InRange(int? severity) =>
        severity is null or (>= 1 and <= 4) ? [] : [new Refusal(ConcernRefusals.SeverityOutOfRange, "severity")];

    /// <summary>goda levnadsvillkor and möjlighet att leva som andra are followed for LSS only (R16).</summary>
    private static IEnumerable<Refusal> AreaFits(ConcernFile file, ConcernCommand.Assess assess, ConcernRules rules)
    {
        var area = rules.QualityAreas.Codes.FirstOrDefault(code => code.Id == assess.Area);
        var service = rules.Services.Codes.FirstOrDefault(code => code.Id == file.Service);
        return area?.IsMarked("lss") == true && service?.IsMarked("lss") != true ? [new Refusal(ConcernRefusals.AreaOnlyForLss, "area")] : [];
    }

    private static ConcernEvent ToUnit(ConcernFile file, ConcernUnit unit, WrittenText reason, CommandContext context) =>
        file.Unit is null && file.Board == unit.Board
            ? new ConcernEvent.LinkedToUnit(context.Today, unit)
            : new ConcernEvent.Moved(context.Today, file.Board, file.Unit, unit.Board, unit, null, reason.Kept);

    private static Decision<ConcernEvent> LinkToUnit(ConcernFile file, ConcernCommand.LinkToUnit link, CommandContext context)
    {
        if (file.Unit is not null)
            return new Refusal(ConcernRefusals.AlreadyLinked, "unitId");
        return link.Unit switch
        {
            ConcernPlace.AtUnit known when known.Unit.Board != file.Board => new Refusal(ConcernRefusals.OtherBoardIsAMove, "unitId"),
            ConcernPlace.AtUnit known => new ConcernEvent.LinkedToUnit(context.Today, known.Unit),
            ConcernPlace.NoSuchUnit => new Refusal(ConcernRefusals.UnknownUnit, "unitId"),
            _ => new Refusal(ConcernRefusals.UnitRequired, "unitId"),
        };
    }

    private static Decision<ConcernEvent> Move(ConcernFile file, ConcernCommand.Move move, CommandContext context)
    {
        var unit = (move.Place as ConcernPlace.AtUnit)?.Unit;
        Refusal[] faults =
        [
            .. ConcernChecks.Place(move.Place, move.Rules),
            .. IsSamePlace(file, move.Place) ? [new Refusal(ConcernRefusals.SamePlace, "unitId")] : Array.Empty<Refusal>(),
            .. ConcernChecks.Reason(move.Reason, move.Rules),
        ];
        return Decision.Unless<ConcernEvent>(faults, () => new ConcernEvent.Moved(
            context.Today, file.Board, file.Unit, BoardOf(move.Place), unit, (move.Place as ConcernPlace.Unknown)?.Description.Kept,
            move.Reason.Kept));
    }

    private static bool IsSamePlace(ConcernFile file, ConcernPlace place) => place switch
    {
        ConcernPlace.AtUnit known => known.Unit.UnitId == file.Unit?.UnitId,
        ConcernPlace.Unknown unknown => file.Unit is null && unknown.Board == file.Board,
        _ => false,
    };

    private static Decision<ConcernEvent> Mask(ConcernFile file, ConcernCommand.Mask mask, CommandContext context)
    {
        var found = mask.PresentText.Hash == file.Text.Reference.Hash ? Masking.Find(mask.PresentText.Text, mask.Words) : [];
        Refusal[] faults =
        [
            .. mask.PresentText.IsEmpty ? [new Refusal(ConcernRefusals.TextErased)] : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(mask.Words) ? [new Refusal(ConcernRefusals.WordsRequired, "words")] : Array.Empty<Refusal>(),
            .. !string.IsNullOrWhiteSpace(mask.Words) && found.Count == 0
                ? [new Refusal(ConcernRefusals.WordsNotFound, "words")]
                : Array.Empty<Refusal>(),
            .. ConcernChecks.Reason(mask.Reason, mask.Rules),
        ];
        return Decision.Unless<ConcernEvent>(
            faults, () => new ConcernEvent.Masked(context.Today, file.Text.Reference.Name, found, mask.Reason.Kept));
    }

    private static Decision<ConcernEvent> LinkToConcern(ConcernFile file, ConcernCommand.LinkToConcern link, CommandContext context)
    {
        if (link.Concern == link.Other)
            return new Refusal(ConcernRefusals.LinkToItself, "concern");
        return file.Links.Contains(new ConcernLink(link.Other, link.Kind))
            ? Decision.Accept<ConcernEvent>()
            : new ConcernEvent.LinkedToConcern(context.Today, link.Other, link.Kind);
    }

    private static Decision<ConcernEvent> Unlink(ConcernFile file, ConcernCommand.UnlinkConcern unlink, CommandContext context) =>
        file.Links.Any(link => link.Other == unlink.Other)
            ? new ConcernEvent.UnlinkedFromConcern(context.Today, unlink.Other)
            : new Refusal(ConcernRefusals.NotLinked, "concern");
}
