using Oversight.Functions.Web;
using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

internal sealed class ProviderRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [ProviderRefusals.NumberFormat] = "Skriv organisationsnumret med tio siffror, till exempel 556016-0680.",
        [ProviderRefusals.NumberCheckDigit] =
            "Organisationsnumrets kontrollsiffra stämmer inte. Kontrollera siffrorna.",
        [ProviderRefusals.NumberTaken] = "Det finns redan en anordnare med det organisationsnumret.",
        [ProviderRefusals.AlreadyRegistered] = "Anordnaren är redan registrerad.",
        [ProviderRefusals.NotRegistered] = "Anordnaren finns inte.",
        [ProviderRefusals.AgreementUnknown] = "Avtalet finns inte hos anordnaren.",
        [ProviderRefusals.AgreementKeyTaken] = "Anordnaren har redan ett avtal med det numret.",
        [ProviderRefusals.DelegateMissing] =
            "Vid direktupphandling ska den beslutande delegaten anges: befattning och punkt i delegationsordningen.",
        [ProviderRefusals.FormNotForOwner] =
            "Överenskommelse används för egen produktion, och bara för den. Välj en annan avtalsform.",
        [ProviderRefusals.BoardUnknown] = "Välj en nämnd som finns.",
        [UnitRefusals.AlreadyRegistered] = "Enheten är redan registrerad.",
        [UnitRefusals.NotRegistered] = "Enheten finns inte.",
        [UnitRefusals.KeyTaken] = "Anordnaren har redan en annan enhet med den enhetskoden.",
        [UnitRefusals.ServiceNotInAgreement] = "Insatsen ”{0}” ingår inte i avtalet.",
        [UnitRefusals.OutsideAgreement] = "Dagen ligger utanför avtalets giltighetstid.",
        [UnitRefusals.CustomersOutOfRange] = "Antalet ska vara mellan 0 och {0}.",
        [UnitRefusals.MoreChildrenThanCustomers] = "Barnen kan inte vara fler än kunderna.",
        [UnitRefusals.LicenceNumberMissing] = "Skriv tillståndets nummer, eller ta bort dess datum.",
        [UnitRefusals.AddressImpossible] = "Skriv en e-postadress, till exempel kvalitet@anordnaren.example.",
        [UnitRefusals.ManagerUnknown] = "Den ansvariga finns inte i enhetens historik.",
        [UnitRefusals.NoticeMissing] =
            "Ett byte som ännu inte har skett behöver en anmälan. Ange dagen då bytet anmäldes.",
        [UnitRefusals.SameAgreement] = "Enheten drivs redan under det avtalet.",
        [RegisterRefusals.TextMissing] = "Fältet behöver fyllas i.",
        [RegisterRefusals.TextTooLong] = "Texten är för lång. Högst {0:N0} tecken.",
        [RegisterRefusals.TextHasControlCharacters] =
            "Texten innehåller radbrytningar eller andra tecken som inte får finnas här.",
        [RegisterRefusals.TextHasOuterBlanks] = "Ta bort blanksteg i början och slutet.",
        [RegisterRefusals.DateMissing] = "Ange en dag.",
        [RegisterRefusals.DateFormat] = "Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-03-01.",
        [RegisterRefusals.DateOutOfRange] = "Dagen ligger för långt bort. Kontrollera årtalet.",
        [RegisterRefusals.DateInFuture] = "Dagen kan inte ligga i framtiden.",
        [RegisterRefusals.EndsBeforeItBegins] = "Sista dagen ligger före den första.",
        [RegisterRefusals.ChangeBeforeLast] =
            "Den senaste ändringen gäller från {0}. En ny ändring kan inte gälla från en tidigare dag.",
        [RegisterRefusals.ChoiceMissing] = "Välj ett alternativ.",
        [RegisterRefusals.ChoiceUnknown] = "Alternativet finns inte.",
        [RegisterRefusals.NumberFormat] = "Skriv ett heltal.",
        [RegisterRefusals.NumberMissing] = "Ange ett antal.",
        [RegisterRefusals.CodeMissing] = "Välj minst ett alternativ.",
        [RegisterRefusals.CodeUnknown] = "Värdet finns inte i kodlistan.",
        [RegisterRefusals.CodeTwice] = "Samma värde finns mer än en gång.",
        [RegisterEdgeRefusals.ForeignBoard] = "Du får inte ändra avtal och enheter som hör till den nämnden.",
        [RegisterEdgeRefusals.ProviderUnknown] = "Anordnaren finns inte.",
        [RegisterEdgeRefusals.AgreementUnknown] = "Välj ett avtal som finns.",
        [RegisterEdgeRefusals.FileMissing] = "Välj en fil.",
        [ImportRefusals.Empty] = "Filen är tom eller har bara rubriker.",
        [ImportRefusals.TooLarge] = "Filen är för stor. Gränsen är {0} MB.",
        [ImportRefusals.TooManyRows] = "Filen har för många rader. Gränsen är {0}.",
        [ImportRefusals.NotText] = "Filen är inte en CSV-fil. Spara kalkylarket som CSV och försök igen.",
        [ImportRefusals.NotReadable] = "Raden går inte att läsa: ett citattecken saknas eller står på fel ställe.",
        [ImportRefusals.ColumnMissing] = "Kolumnen ”{0}” saknas.",
        [ImportRefusals.ColumnUnknown] = "Kolumnen ”{0}” känns inte igen. Kontrollera stavningen.",
        [ImportRefusals.ColumnTwice] = "Kolumnen ”{0}” finns mer än en gång.",
        [ImportRefusals.CellCount] =
            "Raden har {0} celler men rubrikraden har {1}. Kontrollera skiljetecken och citattecken.",
        [ImportRefusals.RowContradicts] = "Värdet skiljer sig från rad {0}, som gäller samma anordnare eller avtal.",
        [ImportRefusals.KeyMangled] =
            "”{0}” finns inte i registret, men ”{1}” gör det, och kalkylprogram gör om {1} till {0}. Skriv {1}. Är {0} "
                + "något annat: registrera det på sidan först.",
        [ImportRefusals.KeyNotAsWritten] =
            "”{0}” ser ut som något som ett kalkylprogram har gjort om. Formatera kolumnen som text och skriv det som "
                + "det ska vara.",
        [ImportRefusals.UnitTwice] = "Enheten finns redan på rad {0}.",
        [ImportRefusals.UnitWithoutAgreement] = "En enhet behöver ett avtal. Fyll i avtalets kolumner.",
        [ImportRefusals.AgreementFixed] =
            "Avtalet {0} har ett annat värde i registret. Form, område och nämnd ändras inte: registrera ett nytt "
                + "avtal.",
        [ImportRefusals.SoleTraderUnknown] = "Den enskilda firman finns inte i registret. Skriv organisationsnumret.",
        [ImportRefusals.AlreadyAccepted] = "Filen är redan inläst.",
        [ImportRefusals.NotAccepted] = "Importen finns inte.",
        [ImportRefusals.FileMissing] = "Importens fil finns inte kvar.",
        [ImportRefusals.RegisterChanged] =
            "Registret har ändrats sedan filen kontrollerades. Det som redan har förts in står kvar. Läs in filen "
                + "igen.",
    };
}
