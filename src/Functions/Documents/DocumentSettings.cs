using Oversight.Documents;
using Oversight.Settings;
using DocumentHead = Oversight.Documents.DocumentHead;

namespace Oversight.Functions.Documents;

/// <summary>What the settings say of every document of a board.</summary>
public static class DocumentSettings
{
    extension(MunicipalitySettings settings)
    {
        /// <param name="decidedBy">Who decides on this document; null: as the board's head has it.</param>
        public DocumentHead HeadOf(
            BoardId board, string type, DateOnly date, DocumentStatus status, bool isDraft, string? decidedBy = null)
        {
            var rules = settings.DocumentHead(board);
            return new DocumentHead(
                settings.Municipality, type, null, date, decidedBy ?? rules.DecidedBy, rules.ResponsibleBody,
                rules.ProcessOwner, status, isDraft)
            {
                Letterhead = new Letterhead(rules.Address ?? [], settings.Arms(rules.Arms)),
            };
        }

        /// <summary>Where those work who sign for a board: their unit, and the board.</summary>
        public string UnitOf(BoardId board)
        {
            var name = settings.Board(board)?.Name ?? board.Value;
            return settings.DocumentHead(board).Unit is { Length: > 0 } unit ? $"{unit}, {name}" : name;
        }

        private DocumentImage? Arms(string? name) =>
            settings.Images.FirstOrDefault(image => image.Name == name) is { } image
                ? new DocumentImage(image.Png, image.Width, image.Height, $"{settings.Municipality}, vapen")
                : null;
    }
}
