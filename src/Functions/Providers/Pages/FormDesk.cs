using Microsoft.AspNetCore.Http;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Pages;

/// <summary>What the register's form pages share: show, read, and answer a refusal with the typed values kept.</summary>
internal static class FormDesk
{
    public static IResult Show(FormSpec spec, FormState form, IReadOnlyDictionary<string, IReadOnlyList<string>>? chosen = null) =>
        Web.Pages.Show<RegisterFormPage>(
            new { Spec = spec, Form = form, Chosen = chosen ?? new Dictionary<string, IReadOnlyList<string>>() },
            form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    public static FieldReader Fields(FormState form) => new(field => string.Join(FieldReader.ListSeparator, form.All(field)));

    /// <summary>What was typed: a repeat is recognised by it, whatever the rules of the day.</summary>
    public static Dictionary<string, string> Typed(FormSpec spec, FormState form) =>
        spec.Fields.ToDictionary(field => field.Name, field => string.Join(FieldReader.ListSeparator, form.All(field.Name)));

    /// <summary>303 to what was made or changed, or the form again with what was refused.</summary>
    /// <param name="fresh">A new key for a form that has to be sent once more.</param>
    public static IResult Answer<TState>(Outcome<TState> outcome, FormSpec spec, FormState form, Id fresh, Func<StreamHead, string> next) => outcome switch
    {
        Outcome<TState>.Done done => Web.Pages.SeeOther(next(done.Head)),
        Outcome<TState>.Refused refused => Show(spec, form.WithErrors(refused.Reasons)),
        Outcome<TState>.Conflict conflict => Web.Pages.Show<RegisterFormPage>(
            new { Spec = spec, Form = form.With(fresh.Value, conflict.Head.Version).WithErrors(new Refusal(WebRefusals.Conflict)) },
            StatusCodes.Status409Conflict),
        Outcome<TState>.KeyReused => Show(spec, form.With(fresh.Value, form.ExpectedVersion).WithErrors(new Refusal(WebRefusals.KeyReused))),
        _ => Web.Pages.NotFound(),
    };

    public static IReadOnlyList<Crumb> Trail(params Crumb[] more) => [new Crumb("Anordnare", "/anordnare"), .. more];
}
