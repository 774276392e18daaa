namespace Emulator.Hosting.Commands;

/// <summary>Something that the program does instead of serving, by its first argument.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="Usage">What <c>--help</c> says of it.</param>
/// <param name="Run">
/// Does it, with the arguments behind its name, standard output and standard error; answers the exit code.
/// </param>
internal sealed record Command(string Name, string Usage, Func<string[], TextWriter, TextWriter, Task<int>> Run)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Command> All = [CompareCommand.Command];

    /// <summary>The one that the arguments name; null where they name none.</summary>
    public static Command? Of(string[] args) =>
        args.Length == 0 ? null : All.FirstOrDefault(command => command.Name == args[0]);
}
