namespace Oversight.Functions.Web;

internal sealed class WebRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [WebRefusals.BodyMissing] = "Anropet saknar innehåll.",
        [WebRefusals.Conflict] = "Någon annan har hunnit ändra. Läs det som gäller nu och försök igen.",
        [WebRefusals.ContentType] = "Innehållet har fel typ. Här tas {0} emot.",
        [WebRefusals.CrossSite] = "Anropet kom från en annan webbplats och har inte utförts.",
        [WebRefusals.Failed] = "Något gick fel hos oss. Inget har gått förlorat som du fått kvittens på.",
        [WebRefusals.Forbidden] = "Din roll ger inte tillgång till det här.",
        [WebRefusals.FormVersionMissing] =
            "Formuläret säger inte vilken version du läste, så inget har ändrats. Öppna sidan på nytt och försök igen.",
        [WebRefusals.KeyMalformed] =
            "Idempotency-Key ska vara 1–100 tecken: bokstäver a–z, siffror, bindestreck, punkt eller understreck.",
        [WebRefusals.KeyMissing] = "Anropet behöver huvudet Idempotency-Key.",
        [WebRefusals.FormUsed] =
            "Formuläret har redan skickats, med ett annat innehåll. Det du skrev nu är inte sparat: läs vad som är "
                + "sparat och skicka igen om det behövs.",
        [WebRefusals.KeyReused] = "Samma nyckel har redan använts med ett annat innehåll. Inget nytt har sparats.",
        [WebRefusals.Malformed] = "Anropet kunde inte tolkas.",
        [WebRefusals.MalformedJson] = "Innehållet är inte giltig JSON (rad {0}).",
        [WebRefusals.NotFound] = "Det du söker finns inte här.",
        [WebRefusals.NotSignedIn] = "Du behöver logga in.",
        [WebRefusals.OriginMissing] =
            "Anropet säger inte varifrån det kommer. Skicka huvudet Origin med systemets egen adress, eller ett "
                + "bearer-token i Authorization.",
        [WebRefusals.PropertyMissing] = "Egenskapen ”{0}” saknas.",
        [WebRefusals.TooLarge] = "Det som skickades är för stort. Gränsen är {0} MB.",
        [WebRefusals.Unavailable] = "Systemet svarar inte just nu. Försök igen om en stund.",
        [WebRefusals.UnknownProperty] = "Egenskapen ”{0}” känns inte igen. Kontrollera stavningen.",
        [WebRefusals.ValueInvalid] = "Värdet i ”{0}” går inte att tolka.",
        [WebRefusals.VersionMalformed] = "If-Match ska vara den ETag som du fick när du läste, till exempel \"v3\".",
        [WebRefusals.VersionMissing] = "Anropet behöver huvudet If-Match med den version du har läst.",
    };
}
