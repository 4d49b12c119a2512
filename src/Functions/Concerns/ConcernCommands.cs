using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>What can be done with a concern beside assessing it. The names are part of what kept texts are called.</summary>
public enum ConcernAction
{
    Correct,
    Decide,
    Link,
    LinkToUnit,
    Mask,
    Move,
    Unlink,
    Withdraw,
}

public static class ConcernActions
{
    public static bool IsAllowed(this ConcernAction action, ConcernAccess access) => action switch
    {
        ConcernAction.Withdraw => access.IsReporter,
        ConcernAction.Decide => access.Decides,
        ConcernAction.Correct => access.IsReporter || access.Assesses,
        _ => access.Assesses,
    };

    /// <summary>The permission by which the person acts, for the role in the record.</summary>
    public static Permission PermissionFor(this ConcernAction action, ConcernAccess access) => action switch
    {
        ConcernAction.Decide => Permission.DecideTriggeredReview,
        ConcernAction.Withdraw => Permission.ReadOwnConcerns,
        ConcernAction.Correct when !access.Assesses => Permission.ReadOwnConcerns,
        _ => Permission.AssessConcern,
    };
}

/// <summary>A command, or why none could be made of the form.</summary>
public sealed record BuiltCommand(ConcernCommand? Command, Refusal? Fault = null)
{
    public IReadOnlyList<UnitIndexRow> Matches { get; init; } = [];
}

/// <summary>Makes commands of the small forms.</summary>
public sealed class ConcernCommands(ConcernDesk desk, ConcernUnits units, ConcernLists lists)
{
    public async Task<BuiltCommand> BuildAsync(
        ConcernAction action, OpenConcern open, FormState form, DraftTexts texts, CancellationToken cancellation) => action switch
        {
            ConcernAction.Correct => await CorrectAsync(open, form, texts, cancellation),
            ConcernAction.Link => await LinkAsync(open, form, cancellation),
            ConcernAction.LinkToUnit => await ToUnitAsync(form, cancellation),
            ConcernAction.Mask => await MaskAsync(open, form, texts, cancellation),
            ConcernAction.Move => await MoveAsync(open, form, texts, cancellation),
            ConcernAction.Unlink => Id.TryParse(form["other"], out var other)
                ? new BuiltCommand(new ConcernCommand.UnlinkConcern(other))
                : new BuiltCommand(null, new Refusal(ConcernRefusals.NotLinked)),
            _ => new BuiltCommand(new ConcernCommand.Withdraw(
                open.Hashes.Reporter(open.User.UserId), Reason(form, texts), open.Rules)),
        };

    private static WrittenText Reason(FormState form, DraftTexts texts) => texts.Add("reason", form["reason"], form.Numbers("reason"));

    /// <summary>What was left as it was shown is not a correction: also where it was shown masked.</summary>
    private async Task<BuiltCommand> CorrectAsync(OpenConcern open, FormState form, DraftTexts texts, CancellationToken cancellation)
    {
        var kept = await desk.TextsAsync(open.Id, cancellation);
        var (occurred, fault) = OccurrenceInput.Read(form["occurred"], FormInput.Name<OccurrencePrecision>(form["precision"]));
        if (fault is not null)
            return new BuiltCommand(null, fault);
        var changed = DraftTexts.Normalise(form["text"]) != (kept.Show(open.File.Text) ?? "");
        return new BuiltCommand(new ConcernCommand.Correct(
            changed ? texts.Add("text", form["text"], form.Numbers("text")) : null, occurred, FormInput.Code(form["consequence"]),
            open.CorrectsAs, Reason(form, texts), open.Rules));
    }

    private async Task<BuiltCommand> MaskAsync(OpenConcern open, FormState form, DraftTexts texts, CancellationToken cancellation) =>
        new(new ConcernCommand.Mask(
            DraftTexts.Normalise(form["words"]), await desk.PresentTextAsync(open, cancellation), Reason(form, texts), open.Rules));

    private async Task<BuiltCommand> ToUnitAsync(FormState form, CancellationToken cancellation)
    {
        var (place, matches, fault) = await PlaceAsync(form, cancellation);
        return new BuiltCommand(fault is null ? new ConcernCommand.LinkToUnit(place) : null, fault) { Matches = matches };
    }

    private async Task<BuiltCommand> MoveAsync(OpenConcern open, FormState form, DraftTexts texts, CancellationToken cancellation)
    {
        var reason = Reason(form, texts);
        if (form.IsTicked("unknown"))
        {
            var description = texts.Add("unknownProvider", form["unknownProvider"], form.Numbers("unknownProvider"));
            return new BuiltCommand(new ConcernCommand.Move(
                new ConcernPlace.Unknown(description, new BoardId(TypedText.Code(form["board"]))), reason, open.Rules));
        }

        var (place, matches, fault) = await PlaceAsync(form, cancellation);
        return new BuiltCommand(fault is null ? new ConcernCommand.Move(place, reason, open.Rules) : null, fault) { Matches = matches };
    }

    private async Task<(ConcernPlace Place, IReadOnlyList<UnitIndexRow> Matches, Refusal? Fault)> PlaceAsync(FormState form, CancellationToken cancellation)
    {
        if (form["unit"].Length > 0)
            return (await units.FindAsync(form["unit"], cancellation), [], null);
        if (TypedText.IsBlank(form["unitName"]))
            return (new ConcernPlace.NotChosen(), [], null);
        return ConcernUnits.Match(await units.AllAsync(cancellation), form["unitName"]) switch
        {
            [var only] => (new ConcernPlace.AtUnit(only.ToUnit()), [], null),
            [] => (new ConcernPlace.NotChosen(), [], new Refusal(ConcernEdgeRefusals.UnitNotFound, "unitName")),
            var several => (new ConcernPlace.NotChosen(), several, new Refusal(ConcernEdgeRefusals.UnitAmbiguous, "unit")),
        };
    }

    private async Task<BuiltCommand> LinkAsync(OpenConcern open, FormState form, CancellationToken cancellation)
    {
        if (FormInput.Name<ConcernLinkKind>(form["linkKind"]) is not { } kind)
            return new BuiltCommand(null, new Refusal(ConcernEdgeRefusals.LinkKindRequired, "linkKind"));
        return await lists.FindByReferenceAsync([open.File.Board], form["other"], cancellation) is { } other
            ? new BuiltCommand(new ConcernCommand.LinkToConcern(open.Id, other, kind))
            : new BuiltCommand(null, new Refusal(ConcernRefusals.UnknownConcern, "other"));
    }
}
