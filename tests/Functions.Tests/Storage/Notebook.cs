using Oversight.Functions.Storage;

namespace Oversight.Functions.Tests.Storage;

/// <summary>
/// A small kind of stream with what makes storage hard: rows in several lists, rows that move, rows that go.
/// </summary>
public sealed record Notebook(bool IsOpen, string List, IReadOnlyList<string> Lines)
{
    public static Notebook None { get; } = new(false, "", []);
}

public abstract record NotebookCommand
{
    private NotebookCommand()
    {
    }

    public sealed record Open(string List, params IReadOnlyList<string> Lines) : NotebookCommand;

    public sealed record Write(string Line) : NotebookCommand;

    public sealed record WriteOnce(string Line) : NotebookCommand;

    public sealed record Move(string List) : NotebookCommand;

    public sealed record Cut : NotebookCommand;
}

public abstract record NotebookEvent
{
    private NotebookEvent()
    {
    }

    public sealed record Opened(string List) : NotebookEvent;

    public sealed record Written(string Line) : NotebookEvent;

    public sealed record Moved(string List) : NotebookEvent;

    public sealed record LastLineCut : NotebookEvent;
}

public sealed record NotebookRow(string List, int Lines, int Version);

public sealed record LineRow(string Text);

public static class Notebooks
{
    public const string NotOpen = "notebook.not-open";
    public const string AlreadyOpen = "notebook.already-open";

    public static StreamKind<Notebook, NotebookCommand, NotebookEvent> Kind { get; } = new()
    {
        Name = "notebook",
        Initial = Notebook.None,
        Decide = Decide,
        Evolve = Evolve,
        Events = new EventTypes<NotebookEvent>()
            .Add<NotebookEvent.Opened>("notebook.opened.v1")
            .Add<NotebookEvent.Written>("notebook.written.v2")
            .Add<NotebookEvent.Moved>("notebook.moved.v1")
            .Add<NotebookEvent.LastLineCut>("notebook.last-line-cut.v1")
            .Upcast("notebook.written.v1", json => new NotebookEvent.Written(StoredJson.Read<WrittenV1>(json).Text)),
        ProjectionVersion = 1,
        Rows = [typeof(NotebookRow), typeof(LineRow)],
        Project = (head, notebook) => Project(head, notebook),
    };

    /// <summary>The same streams, other rows: what a new version of the code would write.</summary>
    public static StreamKind<Notebook, NotebookCommand, NotebookEvent> NextKind { get; } = Kind with
    {
        ProjectionVersion = 2,
        Project = (head, notebook) =>
            Project(head, notebook).Select(row => row with { Partition = row.Partition + "/next" }),
    };

    private static Decision<NotebookEvent> Decide(Notebook notebook, NotebookCommand command, CommandContext context) =>
        command switch
        {
            NotebookCommand.Open open when !notebook.IsOpen =>
                Decision.Accept<NotebookEvent>(
                    [new NotebookEvent.Opened(open.List),
                        .. open.Lines.Select(line => new NotebookEvent.Written(line))]),
            NotebookCommand.Open => new Refusal(AlreadyOpen),
            _ when !notebook.IsOpen => new Refusal(NotOpen),
            NotebookCommand.WriteOnce once when notebook.Lines.Contains(once.Line) => Decision.Accept<NotebookEvent>(),
            NotebookCommand.WriteOnce once => new NotebookEvent.Written(once.Line),
            NotebookCommand.Write write => new NotebookEvent.Written(write.Line),
            NotebookCommand.Move move => new NotebookEvent.Moved(move.List),
            NotebookCommand.Cut => new NotebookEvent.LastLineCut(),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

    private static Notebook Evolve(Notebook notebook, NotebookEvent happened) => happened switch
    {
        NotebookEvent.Opened opened => new Notebook(true, opened.List, []),
        NotebookEvent.Written written => notebook with { Lines = [.. notebook.Lines, written.Line] },
        NotebookEvent.Moved moved => notebook with { List = moved.List },
        NotebookEvent.LastLineCut => notebook with { Lines = [.. notebook.Lines.SkipLast(1)] },
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    private static IEnumerable<ViewRow> Project(StreamHead head, Notebook notebook)
    {
        yield return new ViewRow($"notebooks|{notebook.List}", head.Id.Value,
            new NotebookRow(notebook.List, notebook.Lines.Count, head.Version));
        for (var i = 0; i < notebook.Lines.Count; i++)
            yield return new ViewRow($"lines|{notebook.List}", $"{head.Id}/{i:D3}", new LineRow(notebook.Lines[i]));
    }

    private sealed record WrittenV1(string Text);
}
