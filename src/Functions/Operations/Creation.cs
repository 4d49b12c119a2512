using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Operations;

/// <summary>Who makes something, and by which settings.</summary>
public interface IScene
{
    SignedInUser User { get; }

    SettingsInForce InForce { get; }
}

/// <summary>What was made.</summary>
/// <param name="Page">Its page.</param>
/// <param name="Address">Where callers of the API find it.</param>
/// <param name="Answer">What they are told about it.</param>
public sealed record Made(string Page, string Address, object Answer, int Version)
{
    /// <summary>Whether it was made now; otherwise it stood there already.</summary>
    public bool IsNew { get; init; } = true;
}

/// <summary>What makes a new thing, and a repeat of it, what it is.</summary>
/// <param name="Key">Idempotency key; null when a repeat need not be recognised.</param>
/// <param name="Fresh">An id that nobody has, for where there is no key.</param>
public sealed record NewIdentity(string UserId, string? Key, Id Fresh)
{
    /// <summary>The same again for the same key.</summary>
    public Id Id => Key is null ? Fresh : Id.Derive(UserId, Key);

    /// <summary>A further identity of the same request.</summary>
    public Id Of(string what) => Key is null ? Id.Derive(Fresh.Value, what) : Id.Derive(UserId, $"{Key}|{what}");
}

/// <summary>What of a creation does not depend on where it is made.</summary>
public interface ICreation : IOperation
{
    /// <summary>The function that takes it over the API.</summary>
    string ApiFunction { get; }

    /// <summary>What that answers with.</summary>
    Type ApiAnswer { get; }

    /// <summary>A call without Idempotency-Key is refused: a repeat would make a second one.</summary>
    bool NeedsKey { get; }
}

/// <summary>An operation that makes a subject: on a page of its own, and over the API.</summary>
/// <typeparam name="TScene">What must be opened first: the parent, where there is one.</typeparam>
public abstract class Creation<TScene> : ICreation
    where TScene : class, IScene
{
    public abstract OperationName Name { get; }

    public abstract string Title { get; }

    public virtual string Button => Title;

    public abstract string Summary { get; }

    public abstract Permission Permission { get; }

    public virtual IReadOnlyList<Field> Fields => [];

    public abstract string Done { get; }

    public abstract string ApiFunction { get; }

    public abstract Type ApiAnswer { get; }

    public virtual bool NeedsKey => false;

    /// <summary>The page of the form; one of its own takes the parameters of <see cref="OperationPage"/>.</summary>
    public virtual Type Screen => typeof(OperationPage);

    /// <summary>Where the person goes when it is done, with the word that it is.</summary>
    public virtual string After(Made made) => DoneNotice.Done(made.Page, this);

    /// <param name="parent">The id in the address; null where there is no parent.</param>
    public abstract Task<Opening<TScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation);

    /// <summary>Whether this person may make one here.</summary>
    public virtual bool IsFor(TScene scene) => true;

    /// <summary>The board whose matter it is, for the role in the record; null where it belongs to none.</summary>
    public virtual BoardId? BoardOf(TScene scene) => null;

    /// <summary>The address of the form.</summary>
    public abstract string Form(TScene scene);

    public abstract IReadOnlyList<Crumb> Trail(TScene scene);

    /// <summary>What the fields hold when the form is opened, by field.</summary>
    public virtual IReadOnlyDictionary<string, string> Present(TScene scene) => new Dictionary<string, string>();

    /// <summary>A sentence above the form.</summary>
    public virtual string? Lead(TScene scene) => null;

    /// <summary>What of a field only the scene can say; null leaves it to the field.</summary>
    public virtual IReadOnlyList<Choice>? ChoicesOf(TScene scene, Field field) => null;

    public abstract Task<Outcome<Made>> RunAsync(
        TScene scene, FieldValues values, NewIdentity identity, Envelope envelope, CancellationToken cancellation);
}
