using Oversight.Answers;
using Oversight.Functions.Attachments;
using Oversight.Functions.Sanctions.Package;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Answers.OfSanctions;

/// <summary>The files that a provider handed in with its answer to a proposed sanction.</summary>
public sealed class HearingFiles(Streams streams, AnswerDesk desk, AttachmentFiles files) : IHearingFiles
{
    public async Task<IReadOnlyList<(string Name, BinaryData Content)>> ReadAsync(
        Id answer, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(AnswerStream.Kind, answer, cancellation)
            is not { State: { Status: AnswerStatus.HandedIn, Answer: { } known } })
            return [];
        var texts = await desk.TextsAsync(answer, cancellation);
        var read = new List<(string, BinaryData)>();
        foreach (var file in known.Files)
        {
            if (await files.FindAsync(answer, file.File, cancellation) is { } content)
                read.Add((texts.Show(file.Name), content));
        }

        return read;
    }
}
