using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.MorningLetters;

namespace Oversight.Functions.MorningLetters.Operations;

/// <summary>What says where the morgonbrev goes.</summary>
internal abstract class AddressOperation : MorningLetterOperation
{
    private static readonly LineField Address = new("address", "Din e-postadress i tjänsten")
    {
        Required = true,
        Longest = MailAddresses.Longest,
        Sample = "fornamn.efternamn@kommunen.example",
        Hint = "Adressen används bara till morgonbrevet och tas bort när du slår av det.",
    };

    public override string Button => "Spara";

    public override IReadOnlyList<Field> Fields { get; } = [Address];

    public override int Rank => 10;

    public override string Lead(OpenMorningLetter open) =>
        "Brevet kommer omkring klockan 6.30 på vardagar, om något väntar på dig. Det innehåller bara antal: inga namn, "
            + "enheter eller ärenden.";

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenMorningLetter open, CancellationToken cancellation)
    {
        var present = new Dictionary<string, IReadOnlyList<string>>();
        if ((open.Texts.Find(open.State.Wish?.Address) ?? open.User.MailAddress) is { } address)
            present[Address.Name] = [address];
        return Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(present);
    }

    public override MorningLetterCommand Command(FieldValues values, OperationTexts texts) =>
        new MorningLetterCommand.TurnOn(texts.Add(Address.Name, values.Text(Address)));
}

internal sealed class TurnOn : AddressOperation
{
    public override OperationName Name { get; } = new("turn-on", "sla-pa");

    public override string Title => "Slå på morgonbrevet";

    public override string Button => "Slå på";

    public override string Summary =>
        "Den som anropar får ett brev på vardagsmorgnar med antalet saker som väntar, till adressen som anges.";

    public override string Done => "Morgonbrevet är på. Det första kommer nästa vardag då något väntar på dig.";

    public override bool Fits(OpenMorningLetter open) => open.State.Wish is null;
}

internal sealed class ChangeAddress : AddressOperation
{
    public override OperationName Name { get; } = new("change-address", "byt-adress");

    public override string Title => "Byt adress";

    public override string Summary => "Morgonbrevet går till en annan adress, eller till samma igen efter ett hinder.";

    public override string Done => "Adressen är sparad. Nästa morgonbrev går dit.";

    public override bool Fits(OpenMorningLetter open) => open.State.Wish is not null;
}
