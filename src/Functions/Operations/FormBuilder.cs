using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Settings;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.Components.Forms;

namespace Oversight.Functions.Operations;

/// <summary>Makes forms of fields: with the alternatives, suggestions and limits of the moment.</summary>
public sealed class FormBuilder(Lookups lookups, StockholmTime time)
{
    /// <param name="own">Alternatives that only the subject can say; null leaves them to the field.</param>
    public async Task<OperationForm> BuildAsync(
        IOperation operation, IReadOnlyList<Field> fields, string action, FormState form, SettingsInForce inForce,
        Func<Field, ValueTask<IReadOnlyList<Choice>?>> own, IReadOnlyDictionary<string, Looked> found,
        CancellationToken cancellation)
    {
        var scene = new FieldScene(inForce.Settings, time.Today());
        var shown = new List<ShownField>();
        foreach (var field in fields)
            shown.Add(await ShowAsync(field, scene, own, found, cancellation));
        var linked = form.LinkedTo([.. fields.Select(field => field.Name)]);
        return new OperationForm(operation.Title, operation.Button, action, linked, shown, scene.Today);
    }

    private async ValueTask<ShownField> ShowAsync(
        Field field, FieldScene scene, Func<Field, ValueTask<IReadOnlyList<Choice>?>> own,
        IReadOnlyDictionary<string, Looked> found, CancellationToken cancellation) => field switch
        {
            ChoiceField choice => new ShownField(field) { Choices = await own(field) ?? choice.Choices(scene) },
            SeveralField several => new ShownField(field) { Choices = await own(field) ?? several.Choices(scene) },
            LookupField lookup => new ShownField(field)
            {
                Suggestions = Suggest(await lookups.ReadAsync(lookup, cancellation)),
                Matches = found.GetValueOrDefault(field.Name) switch
                {
                    Looked.Several several => several.Matches,
                    Looked.Found chosen => chosen.Among,
                    _ => [],
                },
            },
            FilesField files => new ShownField(field) { Hint = files.Told(scene.Settings.Limits) },
            LineField =>
                new ShownField(field)
                {
                    Suggestions = [.. (await own(field) ?? []).Select(choice => new Suggestion(choice.Value))],
                },
            WordsField words => new ShownField(field) { Longest = words.Longest(scene.Settings.Limits) },
            _ => new ShownField(field),
        };

    private static IReadOnlyList<Suggestion> Suggest(IReadOnlyList<LookupItem> items) =>
    [
        .. items.GroupBy(item => item.Label)
            .Select(named => new Suggestion(
                named.Key, named.Select(item => item.Note).OfType<string>().FirstOrDefault())
            {
                Tags = [.. named.SelectMany(item => item.Tags).Distinct()],
            })
            .OrderBy(suggestion => suggestion.Text, SwedishOrder.Comparer),
    ];
}
