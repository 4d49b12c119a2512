using Oversight.Functions.Identity;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Referrals;

/// <summary>
/// The lists of the page <em>Andra myndigheter</em>: they are narrowed together and sorted each by itself.
/// </summary>
public static class IvoColumns
{
    /// <summary>Of the second list at the address.</summary>
    public const string OfReferrals = "-overlamnanden";

    public static ListShape<IvoRow> Of(SignedInUser user, Municipality municipality) => new(
        IvoFunctions.List, row => row.Board,
        [
            new("enhet", "Enhet", row => row.Unit),
            new("anordnare", "Anordnare", row => row.ProviderName) { IsInFileOnly = true },
            new("lage", "Läge", row => IvoWords.Text(row.Status)),
            new("skyldighet", "Skyldighet", row => row.IsDuty ? "Gäller" : "Gäller inte"),
            new("vackt", "Väckt", row => row.RaisedOn),
            new("senast", "Senast", row => row.Until),
            new("namnd", "Nämnd", row => municipality.BoardName(row.Board)) { IsInFileOnly = true },
        ])
    {
        Filters = Filters<IvoRow>(user, municipality, row => row.Board, row => $"{row.Unit} {row.ProviderName}"),
        Beside = [OfReferrals],
    };

    public static ListShape<ReferralRow> Referrals(
        SignedInUser user, Municipality municipality, Oversight.Settings.MunicipalitySettings settings) => new(
        IvoFunctions.List, row => row.Board,
        [
            new("enhet", "Enhet", row => row.Unit),
            new("anordnare", "Anordnare", row => row.ProviderName) { IsInFileOnly = true },
            new("till", "Till", row => ReferralWords.Recipient(row.Recipient, settings)),
            new("lage", "Läge", row => ReferralWords.Text(row.Status)),
            new("foreslaget", "Föreslaget", row => row.ProposedOn),
            new("namnd", "Nämnd", row => municipality.BoardName(row.Board)) { IsInFileOnly = true },
        ])
        {
            Filters = Filters<ReferralRow>(
                user, municipality, row => row.Board, row => $"{row.Unit} {row.ProviderName}"),
            Suffix = OfReferrals,
            Beside = [""],
        };

    private static IReadOnlyList<ListFilter<TRow>> Filters<TRow>(
        SignedInUser user, Municipality municipality, Func<TRow, BoardId> board, Func<TRow, string> names) =>
    [
        .. ListFilter.OfBoard(ContentAccess.Boards(user, ContentClass.Review), municipality.BoardName, board),
        ListFilter.OfName("Enhet eller anordnare", names),
    ];
}
