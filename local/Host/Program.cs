return await Oversight.Local.Host.LocalProgram.RunAsync(args);
