using Oversight.Dialogues;
using Oversight.Functions.Web;

namespace Oversight.Functions.Dialogues;

internal sealed class DialogueRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [DialogueRefusals.NotOpen] = "Dialogserien är avslutad.",
        [DialogueRefusals.BoardMissing] = "Välj en nämnd som du arbetar för.",
        [DialogueRefusals.AreaMissing] = "Välj ett avtalsområde.",
        [DialogueRefusals.UnknownArea] = "Välj ett av avtalsområdena i listan.",
        [DialogueRefusals.UnknownParticipant] = "Välj bland enheterna i listan.",
        [DialogueRefusals.NoParticipants] = "Välj minst en enhet som deltar.",
        [DialogueRefusals.HasOwnMeeting] =
            "{0} har ett eget möte som inte är klart. Ställ in det, eller fastställ minnesanteckningarna, först.",
        [DialogueRefusals.AlreadyLead] = "Du är redan samordnare.",
        [DialogueRefusals.UnknownOccasion] = "Mötet finns inte, eller är redan klart.",
        [DialogueRefusals.IsCancelled] = "Mötet är inställt.",
        [DialogueRefusals.HasMinutes] = "Minnesanteckningarna är fastställda. Mötet går inte att ändra.",
        [DialogueRefusals.DayMissing] = "Ange dagen.",
        [DialogueRefusals.DayPassed] = "Dagen har passerat.",
        [DialogueRefusals.TimeMissing] = "Ange klockslaget, till exempel 9.00.",
        [DialogueRefusals.Backwards] = "Mötet slutar innan det börjar.",
        [DialogueRefusals.NotYet] = "Det här går att anteckna från och med mötets dag.",
        [DialogueRefusals.HasBegun] =
            "Mötet har börjat: något är antecknat eller överenskommet. Det går varken att flytta eller ställa in.",
        [DialogueRefusals.AlreadyHeld] = "Mötet är redan genomfört.",
        [DialogueRefusals.NotHeld] = "Anteckna först vilka som var med på mötet.",
        [DialogueRefusals.NobodyCame] = "Välj minst en som var med. Ställ in mötet om ingen kom.",
        [DialogueRefusals.NobodyToInvite] = "Alla som mötet är för har fått kallelsen.",
        [DialogueRefusals.UnknownPoint] = "Välj en av punkterna på dagordningen.",
        [DialogueRefusals.UnknownDevelopmentArea] = "Välj ett av utvecklingsområdena i listan.",
        [DialogueRefusals.AreaClosed] = "Utvecklingsområdet är redan uppnått eller avfört.",
        [DialogueRefusals.OutcomeMissing] = "Välj hur det har gått.",
        [DialogueRefusals.OnlyDropped] = "Mellan två möten kan ett utvecklingsområde bara avföras.",
        [DialogueRefusals.UnknownConcern] =
            "Välj en av synpunkterna i listan. Enheten som den gäller måste ha varit med på mötet.",
        [DialogueRefusals.AlreadyTakenUp] = "Synpunkten är redan antecknad på det här mötet.",
        [DialogueRefusals.MeetingsLeft] = "Ett möte återstår, eller saknar minnesanteckningar.",
        [DialogueRefusals.AreasLeft] = "Ett utvecklingsområde är öppet. Följ upp eller avför det först.",
    };
}
