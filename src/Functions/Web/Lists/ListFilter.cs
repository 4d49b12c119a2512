using Microsoft.AspNetCore.Http;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Web.Lists;

/// <summary>One thing that a list can be narrowed by. What the address says is empty where nothing is chosen.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Takes">Whether a row stays with that choice; asked without a choice too.</param>
public sealed record ListFilter<TRow>(string Name, string Label, Func<TRow, string, bool> Takes)
{
    /// <summary>Null: a text is typed.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>What no choice is called.</summary>
    public string Blank { get; init; } = "Alla";

    /// <summary>A choice that there is none of is no choice.</summary>
    public string Read(IQueryCollection asked)
    {
        var value = TypedText.Line(asked[Name]);
        return Choices is null
            ? value.Length > ListFilter.LongestText ? "" : value
            : Choices.Any(choice => choice.Value == value) ? value : "";
    }
}

/// <summary>The filters that lists have in common.</summary>
public static class ListFilter
{
    /// <summary>Characters that may be typed.</summary>
    public const int LongestText = 120;

    public const string NameKey = "namn";
    public const string BoardKey = "namnd";
    public const string StatusKey = "status";

    /// <summary>Part of a name.</summary>
    public static ListFilter<TRow> OfName<TRow>(string label, Func<TRow, string> names) => new(
        NameKey, label, (row, typed) => typed.Length == 0 || TypedText.Holds(names(row), typed));

    public static ListFilter<TRow> OfChoice<TRow>(
        string name, string label, IReadOnlyList<Choice> choices, Func<TRow, string> value) =>
        new(name, label, (row, chosen) => chosen.Length == 0 || value(row) == chosen) { Choices = choices };

    /// <summary>By its state. The first of them is of what is not there yet, and in no list.</summary>
    public static ListFilter<TRow> OfStatus<TRow, TStatus>(Func<TRow, TStatus> status, Func<TStatus, string> text)
        where TStatus : struct, Enum => OfChoice<TRow>(
            StatusKey, "Läge",
            [
                .. Enum.GetValues<TStatus>().Skip(1)
                    .Select(one => new Choice(StoredEnum<TStatus>.Write(one), text(one))),
            ],
            row => StoredEnum<TStatus>.Write(status(row)));

    /// <summary>None where there is only one board to choose.</summary>
    public static IReadOnlyList<ListFilter<TRow>> OfBoard<TRow>(
        IReadOnlyList<BoardId> boards, Func<BoardId, string> text, Func<TRow, BoardId> board, string name = BoardKey) =>
        boards.Count < 2
            ? []
            : [OfChoice<TRow>(
                name, "Nämnd", [.. boards.Select(one => new Choice(one.Value, text(one)))], row => board(row).Value)];
}
