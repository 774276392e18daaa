using Emulator.Resources;
using Emulator.Store;
using Microsoft.Data.Sqlite;

namespace Emulator.Simulation;

/// <summary>How the default one is opened.</summary>
internal sealed partial class Sandboxes
{
    /// <summary>Opens what waits for the start to have gone well so far.</summary>
    public async Task OpenedNow()
    {
        if (settings.Fresh)
        {
            await Open();
        }

        await opening.Task;
    }

    /// <summary>Whether the default one is opened as it was left, rather than made from the seed.</summary>
    public bool OpensWhatWasLeft => dataFile is { WasThere: true } && !settings.Fresh;

    /// <summary>
    /// The data file as an earlier version left it, that the default one was made of; null where none was.
    /// </summary>
    public string? KeptBefore => dataFile?.KeptAs;

    /// <summary>Where the process is reached, once that is known.</summary>
    public void ListensOn(string address) => dataFile?.ListensOn(address);

    private async Task Open()
    {
        if (Interlocked.Exchange(ref begun, 1) == 1)
        {
            return;
        }

        try
        {
            var begins = !OpensWhatWasLeft;
            if (begins && dataFile is not null && Given is { } given)
            {
                await Rehearse(given);
            }

            var sandbox = OpenDefault();
            if (begins)
            {
                await FurnishOrClose(sandbox, Given, CancellationToken.None);
            }

            opening.SetResult(sandbox);
            _ = MakeModelSoon();
        }
        catch (Exception failure)
        {
            opening.SetException(failure);
        }
    }

    /// <summary>Gives a sandbox what it begins with; if that fails, it is closed, and there is no sandbox.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="furnish">What it is given; null for nothing.</param>
    /// <param name="ct">Cancels it.</param>
    /// <param name="finish">What makes it a sandbox for good; null where nothing has to.</param>
    private static async Task FurnishOrClose(
        Sandbox sandbox, Func<Turn, Task>? furnish, CancellationToken ct, Action? finish = null)
    {
        try
        {
            if (furnish is not null)
            {
                await sandbox.Furnish(furnish, ct);
            }

            finish?.Invoke();
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Tries what a sandbox is given in one that nobody sees: a file that can't be given it isn't begun at all.
    /// </summary>
    private async Task Rehearse(Func<Turn, Task> furnish)
    {
        using var rehearsal = Sandbox.Open(
            DefaultName, service, SeededInMemory(), settings.Sandbox, machine, template.Value.Known);
        await rehearsal.Furnish(furnish, CancellationToken.None);
    }

    private Sandbox OpenDefault()
    {
        if (settings.Data == ":memory:")
        {
            return Sandbox.Open(
                DefaultName, service, SeededInMemory(), settings.Sandbox, machine, template.Value.Known);
        }

        if (settings.Fresh)
        {
            dataFile!.Delete();
        }

        return OpenIn(dataFile!, DefaultName, settings.Sandbox, database =>
        {
            if (!database.IsEmpty)
            {
                return null;
            }

            CopyInto(database, Sandbox.Beginning(settings.Sandbox, machine));
            return template.Value.Known;
        });
    }

    /// <summary>Opens one in its file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="start">How it starts.</param>
    /// <param name="fill">Fills an empty database, and says what is in it; null for what somebody has left.</param>
    /// <exception cref="DatabaseRefused">It can't be worked with.</exception>
    private Sandbox OpenIn(DataFile file, string name, SandboxSettings start, Func<SandboxDatabase, KnownState?> fill)
    {
        SandboxDatabase? database = null;
        var isOpen = false;
        try
        {
            database = SandboxDatabase.InFile(
                service.Store, file, PlainSeed, isOneOfMany: name != DefaultName);
            var sandbox = Sandbox.Open(name, service, database, start, machine, fill(database));
            file.Opened();
            isOpen = true;
            return sandbox;
        }
        catch (SqliteException broken)
        {
            throw DatabaseRefused.Unreadable(file.Path, broken);
        }
        catch (Exception wrong)
            when (wrong
                    is InvalidOperationException
                        or InvalidCastException
                        or FormatException
                        or ArgumentException
                        or OverflowException
                        or KeyNotFoundException
                        or System.Reflection.TargetInvocationException
                        or System.Text.Json.JsonException
                        or NullReferenceException)
        {
            throw DatabaseRefused.Wrong(file.Path, wrong);
        }
        finally
        {
            if (!isOpen)
            {
                database?.Dispose();
                if (database is null)
                {
                    file.Dispose();
                }
            }
        }
    }
}
