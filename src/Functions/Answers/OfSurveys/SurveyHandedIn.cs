using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Answers;
using Oversight.Functions.Answers.OfSurveys.Screens;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>
/// Avtalsenkäter as they were handed in, word for word, for those who read surveys of the board. A draft is for
/// nobody.
/// </summary>
public sealed partial class SurveyHandedInPages(
    Streams streams, SurveyReading reading, AttachmentFiles files, SettingsProvider settings,
    ILogger<SurveyHandedInPages> logger)
{
    private const string Page = "enkater/svar/{id:length(27)}";

    public static string AddressOf(Id answer) => $"/enkater/svar/{answer}";

    [Function("Answers_SurveyHandedIn")]
    [Requires(Permission.ReadSurveys)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var (known, answer, no) = await OpenAsync(request, id, cancellation);
        return answer is null ? no! : Pages.Show<SurveyHandedInPage>(new
        {
            Answer = answer,
            Sheet = await reading.OfAsync(
                known, answer, (await settings.GetAsync(cancellation)).Settings, cancellation),
            Address = AddressOf(known),
        });
    }

    [Function("Answers_SurveyHandedInFile")]
    [Requires(Permission.ReadSurveys)]
    public async Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Page + "/filer/{number}")] HttpRequest request,
        string id, string number, CancellationToken cancellation)
    {
        var (known, answer, no) = await OpenAsync(request, id, cancellation);
        if (answer is null)
            return no!;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1
            || place > answer.Handed!.Files.Count)
            return Pages.NotFound();
        var file = answer.Handed.Files[place - 1];
        LogFileGiven(id);
        var sheet = await reading.OfAsync(
            known, answer, (await settings.GetAsync(cancellation)).Settings, cancellation);
        return Pages.SeeOther(
            (await files.LinkAsync(known, file.File, sheet.Texts.Show(file.Name), cancellation)).AbsoluteUri);
    }

    private async Task<(Id Id, Answer? Answer, IResult? No)> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known) || await streams.LoadAsync(AnswerStream.Kind, known, cancellation)
            is not { State.Answer: { Handed: not null } answer })
            return (known, null, Pages.NotFound());
        return Access.Allows(request.User(), Permission.ReadSurveys, answer.Task.Board)
            ? (known, answer, null)
            : (known, null, Pages.Forbidden());
    }

    [LoggerMessage(5113, LogLevel.Information, "A link to a file of the avtalsenkät {Answer} was handed out")]
    private partial void LogFileGiven(string answer);
}
