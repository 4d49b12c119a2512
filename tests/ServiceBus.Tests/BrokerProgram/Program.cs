using System.Globalization;
using Azure.Data.Tables;
using Oversight.Local.ServiceBus;

// A broker to be killed: connection string, table, port, lock in seconds. It ends with whoever holds its standard
// input.
#pragma warning disable RS0030 // The composition root.
var clock = TimeProvider.System;
#pragma warning restore RS0030
await using var broker = await Broker.StartAsync(
    new BrokerOptions
    {
        Table = new TableClient(args[0], args[1]),
        Queues = [new BrokerQueue("jobs", int.MaxValue)],
        Port = int.Parse(args[2], CultureInfo.InvariantCulture),
        LockDuration = TimeSpan.FromSeconds(double.Parse(args[3], CultureInfo.InvariantCulture)),
        DomainClock = clock,
        RealClock = clock,
    },
    CancellationToken.None);
Console.WriteLine($"port {broker.Port}");
await Console.In.ReadToEndAsync();
