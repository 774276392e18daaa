using Emulator.Store;
using Microsoft.Data.Sqlite;

namespace Emulator.Simulation;

/// <summary>How the default one is opened.</summary>
internal sealed partial class Sandboxes
{
    /// <summary>Opens what waits for the start to have gone well so far.</summary>
    public Task OpenedNow()
    {
        if (settings.Fresh)
        {
            Open();
        }

        return opening.Task;
    }

    /// <summary>Whether the default one is opened as it was left, rather than made from the seed.</summary>
    public bool OpensWhatWasLeft => dataFile is { WasThere: true } && !settings.Fresh;

    /// <summary>
    /// The data file as an earlier version left it, that the default one was made of; null where none was.
    /// </summary>
    public string? KeptBefore => dataFile?.KeptAs;

    /// <summary>Where the process is reached, once that is known.</summary>
    public void ListensOn(string address) => dataFile?.ListensOn(address);

    private void Open()
    {
        if (Interlocked.Exchange(ref begun, 1) == 1)
        {
            return;
        }

        try
        {
            opening.SetResult(OpenDefault());
            _ = MakeModelSoon();
        }
        catch (Exception failure)
        {
            opening.SetException(failure);
        }
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

        var database = SandboxDatabase.InFile(service.Store, dataFile!, PlainSeed);
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
