using System.Text.Json;
using System.Text.Json.Serialization;
using Oversight.Surveys;

namespace Oversight.Functions.Storage;

/// <summary>A reply to a question, named by its kind: <c>{"yesNo":true}</c>, <c>{"number":12.5}</c>.</summary>
internal sealed class ReplyValueConverter : JsonConverter<ReplyValue>
{
    public override ReplyValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var shape = JsonSerializer.Deserialize<Shape>(ref reader, options)
            ?? throw new JsonException("A reply cannot be null.");
        ReplyValue?[] kinds =
        [
            shape.YesNo is { } isYes ? new ReplyValue.YesNo(isYes) : null,
            shape.Choice is { } choice ? new ReplyValue.Choice(choice) : null,
            shape.Number is { } number ? new ReplyValue.Number(number) : null,
            shape.Text is { } text ? new ReplyValue.Text(text) : null,
            shape.Date is { } date ? new ReplyValue.Date(date) : null,
            shape.File is { } file ? new ReplyValue.File(file) : null,
            shape.Table is { } rows ? new ReplyValue.Table([.. rows.Select(cells => new TableRow(cells))]) : null,
        ];
        return kinds.OfType<ReplyValue>().ToList() is [var only]
            ? only
            : throw new JsonException("A reply is of exactly one kind.");
    }

    public override void Write(Utf8JsonWriter writer, ReplyValue value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, ShapeOf(value), options);

    private static Shape ShapeOf(ReplyValue value) => value switch
    {
        ReplyValue.YesNo yesNo => new Shape { YesNo = yesNo.IsYes },
        ReplyValue.Choice choice => new Shape { Choice = choice.Code },
        ReplyValue.Number number => new Shape { Number = number.Value },
        ReplyValue.Text text => new Shape { Text = text.Kept },
        ReplyValue.Date date => new Shape { Date = date.Day },
        ReplyValue.File file => new Shape { File = file.Sha256 },
        ReplyValue.Table table => new Shape { Table = [.. table.Rows.Select(row => row.Cells)] },
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private sealed record Shape
    {
        public bool? YesNo { get; init; }

        public CodeId? Choice { get; init; }

        public decimal? Number { get; init; }

        public TextReference? Text { get; init; }

        public DateOnly? Date { get; init; }

        public IReadOnlyList<string>? File { get; init; }

        public IReadOnlyList<IReadOnlyList<ReplyValue?>>? Table { get; init; }
    }
}
