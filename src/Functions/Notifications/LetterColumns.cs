using Oversight.Functions.Identity;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;
using Oversight.Notifications;

namespace Oversight.Functions.Notifications;

/// <summary>The list of letters: its columns, and what it can be narrowed by.</summary>
internal static class LetterColumns
{
    public const string Address = "/utskick";

    public static ListShape<ShownLetter> Of(SignedInUser user, Municipality municipality) =>
        new(Address, letter => letter.Row.Letter.Board, Columns(municipality))
        {
            News = new(letter => letter.Row.QueuedAt, "Ett brev har kommit till", "{0} brev har kommit till"),
            Filters =
            [
                ListFilter.OfStatus<ShownLetter, NotificationStatus>(letter => letter.Row.Status, LetterWords.Text),
                .. ListFilter.OfBoard<ShownLetter>(
                    ContentAccess.Boards(user, ContentClass.Review), municipality.BoardName,
                    letter => letter.Row.Letter.Board),
                ListFilter.OfName<ShownLetter>("Enhet", letter => letter.Unit),
            ],
        };

    private static IReadOnlyList<ListColumn<ShownLetter>> Columns(Municipality municipality) =>
    [
        new("brev", "Brev", letter => letter.Title),
        new("enhet", "Enhet", letter => letter.Unit),
        new("lage", "Läge", letter => LetterWords.Text(letter.Row.Status)),
        new("hinder", "Hinder", letter => letter.Row.Obstacle is { } met ? LetterWords.Text(met) : null)
        {
            IsInFileOnly = true,
        },
        new("skrevs", "Skrevs", letter => StockholmTime.Day(letter.Row.QueuedAt)),
        new("skickades", "Skickades", letter => letter.Row.DoneAt is { } done ? StockholmTime.Day(done) : null),
        new("namnd", "Nämnd", letter => municipality.BoardName(letter.Row.Letter.Board)),
    ];
}
