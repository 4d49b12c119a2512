using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Operations;

/// <summary>What an operation is called.</summary>
/// <param name="Name">In the API and in the record: <c>withdraw</c>. A contract.</param>
/// <param name="Segment">In the address of its form: <c>aterkalla</c>. A contract.</param>
public sealed record OperationName(string Name, string Segment);

/// <summary>Something that has been opened by somebody who may see it.</summary>
public interface IOpened : IScene
{
    StreamHead Head { get; }
}

/// <summary>What of an operation does not depend on what it is done to.</summary>
public interface IOperation
{
    OperationName Name { get; }

    /// <summary>The heading of its form: what it is to do it.</summary>
    string Title { get; }

    /// <summary>What the button says that does it.</summary>
    string Button { get; }

    /// <summary>One Swedish sentence for those who call the API.</summary>
    string Summary { get; }

    /// <summary>Without it nobody gets as far as to the subject.</summary>
    Permission Permission { get; }

    IReadOnlyList<Field> Fields { get; }

    /// <summary>What is said when it is done: what happened and what comes next.</summary>
    string Done { get; }
}

/// <summary>A second button that does the same and leads elsewhere.</summary>
/// <param name="Name">What it sends; <see cref="Operation{TOpen}.Next(TOpen, FieldValues)"/> looks for it.</param>
public sealed record FurtherButton(string Name, string Text);

/// <summary>
/// Something that people and systems can do with a subject. This is all there is to say about it outside Core: links,
/// form, API, description, permissions and timeline are read from here.
/// </summary>
public abstract class Operation<TOpen> : IOperation
    where TOpen : class, IOpened
{
    public abstract OperationName Name { get; }

    public abstract string Title { get; }

    public virtual string Button => Title;

    /// <summary>The link that leads to its form.</summary>
    public virtual string Link => Title;

    public abstract string Summary { get; }

    public abstract Permission Permission { get; }

    public virtual IReadOnlyList<Field> Fields => [];

    public abstract string Done { get; }

    /// <summary>The place among the links; those of one rank stand in the order of their names.</summary>
    public virtual int Rank => 100;

    /// <summary>Not offered as a link: a page of its own leads to it.</summary>
    public virtual bool HasOwnLink => false;

    /// <summary>Whether this person may do it with this subject.</summary>
    public abstract bool IsFor(TOpen open);

    /// <summary>Whether the state of the subject allows it.</summary>
    public abstract bool Fits(TOpen open);

    /// <summary>The permission by which the person acts: it decides which role the record names.</summary>
    public virtual Permission ActsBy(TOpen open) => Permission;

    /// <summary>Where the person goes when it is done; null: to the page of the subject.</summary>
    public virtual string? Next(TOpen open) => null;

    /// <summary>The same, where it depends on what was sent.</summary>
    public virtual string? Next(TOpen open, FieldValues values) => Next(open);

    /// <summary>Names of hidden values that say where the person came from: they follow the form, and are no
    /// fields.</summary>
    public virtual IReadOnlyList<string> Carried => [];

    /// <summary>Stands before the button; null: there is one button.</summary>
    public virtual FurtherButton? Further(TOpen open) => null;

    /// <summary>A sentence above the form.</summary>
    public virtual string? Lead(TOpen open) => null;

    /// <summary>What of a field only the subject can say; null leaves it to the field.</summary>
    public virtual IReadOnlyList<Choice>? ChoicesOf(TOpen open, Field field) => null;

    /// <summary>The same, where it has to be read first.</summary>
    public virtual ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        TOpen open, Field field, CancellationToken cancellation) =>
        new(ChoicesOf(open, field));

    /// <summary>The fields that are asked for now: some only make sense in some states.</summary>
    public virtual IReadOnlyList<Field> FieldsOf(TOpen open) => Fields;

    /// <summary>What the fields hold when the form is opened, by field.</summary>
    public virtual Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        TOpen open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The same, where it depends on what a link has filled in: of a field, null where it has not.</summary>
    public virtual Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        TOpen open, Func<Field, string?> linked, CancellationToken cancellation) => PresentAsync(open, cancellation);
}
