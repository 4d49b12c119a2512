using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.MorningLetters;

namespace Oversight.Functions.MorningLetters;

/// <summary>Somebody's own wish for the morgonbrev; nobody opens another's.</summary>
/// <param name="Read">Null before it has been turned on for the first time.</param>
public sealed record OpenMorningLetter(
    Folded<MorningLetterState>? Read, SignedInUser User, SettingsInForce InForce, KeptTexts Texts) : IOpened
{
    public StreamHead Head => Read?.Head
        ?? new(MorningLetterStream.Kind.Name, MorningLetterDecider.IdOf(User.UserId), 0, default, default);

    public MorningLetterState State => Read?.State ?? MorningLetterState.Initial;

    /// <summary>Null when it is off; that it has been erased, where it has.</summary>
    public string? Address => State.Wish is { } wish ? Texts.Show(wish.Address) : null;
}

/// <summary>Reads and changes wishes for the morgonbrev.</summary>
public sealed class MorningLetterDesk(Streams streams, TextedStreams texted, SettingsProvider settings)
{
    private const string RetentionClass = "staff";

    public TextedStream<MorningLetterState, MorningLetterCommand, MorningLetterEvent> Stream { get; } =
        texted.Of(MorningLetterStream.Kind, "morning-letter", RetentionClass);

    public async Task<OpenMorningLetter> OpenAsync(SignedInUser user, CancellationToken cancellation)
    {
        var id = MorningLetterDecider.IdOf(user.UserId);
        return new OpenMorningLetter(
            await streams.LoadForChangeAsync(MorningLetterStream.Kind, id, cancellation), user,
            await settings.GetAsync(cancellation), await Stream.TextsAsync(id, cancellation));
    }
}
