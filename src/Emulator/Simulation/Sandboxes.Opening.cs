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
            if (begins && settings.Furnish is not null && dataFile is not null)
            {
                await Rehearse(settings.Furnish);
            }

            var sandbox = OpenDefault();
            if (begins && settings.Furnish is { } furnish)
            {
                await FurnishOrClose(sandbox, furnish);
            }

            opening.SetResult(sandbox);
            _ = MakeModelSoon();
        }
        catch (Exception failure)
        {
            opening.SetException(failure);
        }
    }

    private static async Task FurnishOrClose(Sandbox sandbox, Func<Turn, Task> furnish)
    {
        try
        {
            await sandbox.Furnish(furnish, CancellationToken.None);
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

        var database = SandboxDatabase.InFile(service.Store, dataFile!);
        var isOpen = false;
        try
        {
            var isNew = database.IsEmpty;
            if (isNew)
            {
                CopyInto(database, Sandbox.Beginning(settings.Sandbox, machine));
            }

            var sandbox = Sandbox.Open(
                DefaultName,
                service,
                database,
                settings.Sandbox,
                machine,
                isNew ? template.Value.Known : null);
            dataFile!.Opened();
            isOpen = true;
            return sandbox;
        }
        catch (SqliteException broken)
        {
            throw DatabaseRefused.Unreadable(dataFile!.Path, broken);
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
            throw DatabaseRefused.Wrong(dataFile!.Path, wrong);
        }
        finally
        {
            if (!isOpen)
            {
                database.Dispose();
            }
        }
    }
}
