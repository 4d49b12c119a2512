using Oversight.Functions.Web;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

internal sealed class PlanRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [PlanRefusals.NotMade] = "Det finns ingen årsplan att ändra. Gör ett utkast först.",
        [PlanRefusals.YearOutOfRange] = "Årsplaner kan göras för åren {0}–{1}.",
        [PlanRefusals.AlreadyAdopted] = "Årsplanen är fastställd. Öppna den för revidering innan du ändrar den.",
        [PlanRefusals.NotAdopted] = "Årsplanen är inte fastställd, så den behöver inte öppnas för revidering.",
        [PlanRefusals.OnlyProcessOwner] = "Bara processägaren kan fastställa eller öppna en årsplan.",
        [PlanRefusals.NotLatestVersion] = "Version {0} är inte den senaste. Läs version {1} innan du fastställer.",
        [PlanRefusals.AdoptedInFuture] = "Dagen för fastställandet kan inte ligga i framtiden.",
        [PlanRefusals.AdoptedBeforeVersion] =
            "Dagen för fastställandet kan inte ligga före den dag då versionen gjordes ({0}).",
        [PlanRefusals.ReasonMissing] = "Skriv varför.",
        [PlanRefusals.ReasonTooLong] = "Motiveringen får ha högst {0:N0} tecken.",
        [PlanRefusals.BoardHasVersion] =
            "Nämnden har redan version {0}. Kryssa i att du vill göra ett nytt utkast ändå; nämndens version ligger "
                + "kvar hos nämnden.",
        [PlanRefusals.BoardHasAnother] =
            "Nämnden har fått version {0}, och den senaste är version {1}. Färdigställ version {1} för nämnden innan "
                + "du anger nämndens beslut.",
        [PlanRefusals.UnitNotInPlan] = "Välj en av enheterna i planen.",
        [PlanRefusals.UnitIsFree] = "Det avgör riskanalysen redan.",
        [PlanRefusals.QuarterMissing] = "Välj vilket kvartal.",
        [PlanRefusals.QuarterNotAsked] = "Kvartal anges bara när enheten ska granskas ett visst kvartal.",
        [PlanRefusals.DaysOutOfRange] = "Antalet dagar i ett kvartal ska vara mellan 0 och {0}.",
        [PlanRefusals.YearsOutOfRange] = "Antalet år ska vara mellan 1 och {0}.",
        [PlanRefusals.SharesOutOfRange] = "Andelarna ska vara minst 0 och tillsammans högst 100 procent.",
        [PlanRefusals.ParagraphWithoutOutcome] = "Ange vad nämnden har beslutat när du anger en paragraf.",
        [PlanRefusals.ParagraphTooLong] = "Paragrafen får ha högst {0} tecken.",
        [PlanRefusals.NotMissed] = "Välj en granskning som inte blev av i sitt kvartal.",
        [PlanFormRefusals.KindMissing] = "Välj vad som ska gälla för enheten.",
        [PlanFormRefusals.NumberMissing] = "Skriv ett helt tal.",
        [PlanFormRefusals.ProposalMissing] = "Välj vad nämnden föreslås göra.",
        [PlanFormRefusals.DayMissing] = "Ange dagen då planen fastställdes.",
        [PlanFormRefusals.YearMalformed] = "Ange året med fyra siffror.",
        [PlanFormRefusals.BoardUnknown] = "Välj en nämnd.",
        [PlanFormRefusals.BoardForeign] = "Du gör inte årsplaner för den nämnden.",
    };
}

public static class PlanFormRefusals
{
    public const string KindMissing = "plan.kind-missing";
    public const string NumberMissing = "plan.number-missing";
    public const string ProposalMissing = "plan.proposal-missing";
    public const string DayMissing = "plan.day-missing";
    public const string YearMalformed = "plan.year-malformed";
    public const string BoardUnknown = "plan.board-unknown";
    public const string BoardForeign = "plan.board-foreign";
}
