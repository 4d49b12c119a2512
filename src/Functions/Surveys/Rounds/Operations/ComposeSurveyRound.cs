using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Rounds.Operations;

/// <summary>Somebody who puts a round together.</summary>
public sealed record SurveyScene(SignedInUser User, SettingsInForce InForce, DateOnly Today) : IScene
{
    /// <summary>The boards that the person runs surveys for.</summary>
    public IReadOnlyList<BoardId> Boards { get; } = Access.Boards(User, Permission.RunSurveys);
}

/// <summary>Puts the avtalsenkät of a board and a year together. Nobody is asked by it.</summary>
internal sealed class ComposeSurveyRound(SurveyRoundDesk desk, SettingsProvider settings, StockholmTime time)
    : Creation<SurveyScene>
{
    private static readonly OwnChoiceField Board = new("board", "Nämnd") { Required = true };

    private static readonly NumberField Year = new("year", "År") { Required = true };

    private static readonly OwnChoiceField Set = new("set", "Frågor")
    {
        Required = true,
        Hint = "Vilka frågor en enhet får beror på avtal, lagrum och insatser.",
    };

    private static readonly DayField Until = new("until", "Sista svarsdag") { Required = true };

    public override OperationName Name { get; } = new("compose-survey-round", "ny");

    public override string Title => "Förbered en avtalsenkät";

    public override string Button => "Förbered enkäten";

    public override string Summary =>
        "Sätter ihop årets avtalsenkät för en nämnd. Ingen får den förrän den skickas ut.";

    public override string Done => "Enkäten är förberedd. Titta igenom frågorna och skicka sedan ut den.";

    public override Permission Permission => Permission.RunSurveys;

    public override IReadOnlyList<Field> Fields { get; } = [Board, Year, Set, Until];

    public override string ApiFunction => SurveyRoundFunctions.CreateApiName;

    public override Type ApiAnswer => typeof(SurveyRoundDetails);

    public override async Task<Opening<SurveyScene>> OpenAsync(
        HttpRequest request, string? parent, CancellationToken cancellation) =>
        new Opening<SurveyScene>.Opened(
            new SurveyScene(request.User(), await settings.GetAsync(cancellation), time.Today()));

    public override bool IsFor(SurveyScene scene) => scene.Boards.Count > 0;

    public override string Form(SurveyScene scene) => $"{SurveyFunctions.List}/ny";

    public override IReadOnlyList<Crumb> Trail(SurveyScene scene) => [SurveyWords.Start];

    public override IReadOnlyDictionary<string, string> Present(SurveyScene scene)
    {
        var rules = scene.InForce.Settings.SurveyRoundRulesOn(scene.Today);
        return new Dictionary<string, string>
        {
            [Board.Name] = scene.Boards.Count == 1 ? scene.Boards[0].Value : "",
            [Year.Name] = FormattableString.Invariant($"{scene.Today.Year}"),
            [Set.Name] = rules.Set.Value,
            [Until.Name] = FormattableString.Invariant($"{scene.Today.AddDays(rules.AnswerDays):yyyy-MM-dd}"),
        };
    }

    public override IReadOnlyList<Choice>? ChoicesOf(SurveyScene scene, Field field) =>
        field == Board
            ? [.. scene.InForce.Settings.Boards.Where(board => scene.Boards.Contains(board.Id))
                .Select(board => new Choice(board.Id.Value, board.Name))]
        : field == Set
            ? [.. SurveyQuestions.InForce(scene.InForce.Settings, scene.Today)
                .Select(set => new Choice(set.Code.Value, set.Name))]
        : null;

    public override async Task<Outcome<Made>> RunAsync(
        SurveyScene scene, FieldValues values, NewIdentity identity, Envelope envelope,
        CancellationToken cancellation)
    {
        var board = scene.Boards.FirstOrDefault(known => known.Value == values.Text(Board));
        if (board == default)
            values.Refuse(SurveyEdgeRefusals.BoardMissing, Board.Name);
        var sets = SurveyQuestions.InForce(scene.InForce.Settings, scene.Today);
        var command = new SurveyRoundCommand.Compose
        {
            Board = board,
            Year = values.Read(Year),
            Set = sets.FirstOrDefault(set => set.Code.Value == values.Text(Set)) is { } chosen
                ? new QuestionSetVersion(chosen.Code, chosen.From)
                : null,
            Sets = [.. sets.Select(set => new QuestionSetVersion(set.Code, set.From))],
            Until = values.Read(Until),
            Rules = scene.InForce.Settings.SurveyRoundRulesOn(scene.Today),
        };
        if (values.Unreadable(
            () => SurveyRoundDecider.Decide(SurveyRoundState.Initial, command, envelope.Context)) is { } reasons)
            return new Outcome<Made>.Refused(reasons);
        var outcome = await desk.ComposeAsync(command, envelope, cancellation);
        return await outcome
            .Of((head, state) => new OpenSurveyRound(
                new(head, state), scene.User, scene.InForce,
                new KeptTexts(new Dictionary<string, PrivateEntry>()), scene.Today))
            .MadeAsync(
                open => open.Address, open => $"/api/v1/survey-rounds/{open.Head.Id}",
                open => Task.FromResult<object>(SurveyRoundDetails.Of(open)));
    }
}
