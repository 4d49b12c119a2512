using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.MorningLetters;

namespace Oversight.Functions.MorningLetters;

/// <summary>Erases the address that a morgonbrev goes to no longer. Once more finds nothing.</summary>
public sealed class ReplacedAddresses(PrivateTexts texts) : IEffectHandler<MorningLetterState, MorningLetterEvent>
{
    public const string EffectName = "morning-letter.address-erased";

    public string Effect => EffectName;

    public string Title => "E-postadressen till ett morgonbrev som inte går dit längre gallras";

    public static TextReference? Of(MorningLetterEvent happened) => happened switch
    {
        MorningLetterEvent.TurnedOn { Replaced: var replaced } => replaced,
        MorningLetterEvent.TurnedOff { Replaced: var replaced } => replaced,
        _ => null,
    };

    public async Task<EffectProgress> RunAsync(
        EffectCall<MorningLetterState, MorningLetterEvent> call, CancellationToken cancellation)
    {
        if (RequestTexts.Locate(Of(call.Cause.Event)?.Name) is var (entry, _))
            await texts.EraseAsync(MorningLetterStream.StreamId(call.Head.Id), cancellation, entry);
        return EffectProgress.Done;
    }
}
