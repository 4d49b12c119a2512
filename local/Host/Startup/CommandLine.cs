using System.Globalization;
using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host;

/// <summary>What ./run passes on.</summary>
public static class CommandLine
{
    public const string Usage =
        "./run [--port 7071] [--data .local] [--clock 2027-01-15T08:00:00+01:00] [--empty] [--tables r1] "
            + "[--no-build]";

    public static LocalHostOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new LocalHostOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--port" => options with { Port = Port(Value()) },
                "--data" => options with { DataFolder = Value() },
                "--clock" => options with { Clock = Clock(Value()) },
                "--application" => options with { Application = HostedApplication.Other(options.Root, Value()) },
                "--tables" => options with { TableSet = TableSet(Value()) },
                "--empty" => options with { Empty = true },
                var unknown =>
                    throw new StartRefusedException($"Okänt argument: {unknown}. Så här startar du: {Usage}"),
            };

            string Value() => ++i < arguments.Count
                ? arguments[i]
                : throw new StartRefusedException($"{arguments[i - 1]} behöver ett värde. Så här startar du: {Usage}");
        }

        return options;
    }

    /// <summary>In the name of every table: letters and digits.</summary>
    internal static string TableSet(string text) => text.Length <= 10 && text.All(char.IsAsciiLetterOrDigit)
        ? text
        : throw new StartRefusedException($"--tables ska vara högst tio bokstäver och siffror, inte {text}.");

    private static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535
            ? port
            : throw new StartRefusedException(
                $"--port ska vara ett tal mellan 0 och 65535, inte {text}. Värden lyssnar bara på 127.0.0.1.");

    private static DateTimeOffset Clock(string text) =>
        Instants.TryParse(text)
            ?? throw new StartRefusedException(
                $"--clock ska vara en tidpunkt, till exempel 2027-01-15T08:00:00+01:00, inte {text}.");
}
