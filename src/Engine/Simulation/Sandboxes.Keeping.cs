using System.Text.Json;
using Emulator.Errors;
using Emulator.Simulation.Keeping;
using Emulator.Store;
using Emulator.Store.Images;

namespace Emulator.Simulation;

/// <summary>How those are made and opened that are kept in a folder.</summary>
internal sealed partial class Sandboxes
{
    private SandboxFolder? folder;

    /// <summary>Is told, in a line, what became of a file of an earlier version.</summary>
    public Action<string>? Tells { get; set; }

    /// <summary>Takes the folder, and looks which sandboxes there are.</summary>
    private void FindKept()
    {
        folder = SandboxFolder.Claim(settings.Folder!, machine.GetUtcNow(), settings.Address);
        foreach (var name in folder.Names)
        {
            made[name] = new MadeSandbox(
                name, ++named, () => HowItWasMade(name), one => Task.Run(() => OpenKept(one)), isNew: false);
        }
    }

    /// <summary>
    /// Clears up what was left, and lets those go whose time is over, once the start wants the processor no more.
    /// </summary>
    private async Task LookAfterKept()
    {
        folder!.Clear();
        foreach (var sandbox in made.Values.Where(sandbox => sandbox.IfOpen is null))
        {
            if (ending.IsCancellationRequested)
            {
                return;
            }

            if (sandbox.ExpiresAt is { } end)
            {
                await LetGo(sandbox, end - machine.GetUtcNow());
            }
        }
    }

    private async Task LetGo(MadeSandbox sandbox, TimeSpan until)
    {
        if (until <= TimeSpan.Zero)
        {
            await Remove(sandbox);
        }
        else
        {
            sandbox.End = machine.CreateTimer(
                _ => _ = Remove(sandbox), state: null, until, Timeout.InfiniteTimeSpan);
        }
    }

    private KeptSandbox HowItWasMade(string name)
    {
        try
        {
            return folder!.Read(name);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return KeptSandbox.Unreadable(settings.Sandbox, unreadable);
        }
    }

    /// <summary>Makes one in its folder. Until all of it is there, nothing is.</summary>
    private async Task<Sandbox> MakeKept(
        MadeSandbox one, SandboxSettings start, Beginning? from, Func<Turn, Task>? furnish, CancellationToken ct)
    {
        try
        {
            folder!.Begin(one.Name);
            if (ImageToBeginWith(start, from) is { } image)
            {
                // As an ordinary file: through the log, all of it would be written twice, and waited for on the disk.
                File.WriteAllBytes(folder.DatabaseOf(one.Name), image.Bytes.Span);
            }

            var file = DataFile.Claim(folder.DatabaseOf(one.Name), machine.GetUtcNow(), settings.Address);
            var sandbox = OpenIn(file, one.Name, start, database =>
            {
                if (database.IsEmpty)
                {
                    CopyInto(database, Sandbox.Beginning(start, machine));
                }

                return from?.State.Known ?? template.Value.Known;
            });
            await FurnishOrClose(sandbox, furnish, ct, () =>
            {
                Keep(sandbox);
                folder.Write(one.Name, one.Made);
            });
            return sandbox;
        }
        catch (Exception failure) when (failure is Refusal or OperationCanceledException)
        {
            GiveUp(one.Name); // It can't be given what it is to begin with.
            throw;
        }
        catch (Exception failure)
            when (failure is DatabaseRefused or IOException or UnauthorizedAccessException)
        {
            GiveUp(one.Name);
            throw ServiceErrors.NothingStored.Because("The sandbox was not made. GET /readyz says how the emulator is.",
                FirstSentence(failure));
        }
    }

    /// <summary>The bytes that one begins with; null where the seed is too large to be held twice.</summary>
    private SandboxImage? ImageToBeginWith(SandboxSettings start, Beginning? from)
    {
        if (from is null && template.Value.Image is null)
        {
            return null;
        }

        using var begun = from?.InMemory(service.Store) ?? SeededInMemory();
        begun.Own();
        if (from is null)
        {
            begun.Rows.Insert("Sandbox", [Sandbox.Beginning(start, machine)]);
        }

        return SandboxImage.Of(begun.Rows);
    }

    private Sandbox OpenKept(MadeSandbox one)
    {
        try
        {
            if (one.Made.Broken is { } unreadable)
            {
                throw NotOpened(one.Name, unreadable);
            }

            var file = DataFile.Claim(folder!.DatabaseOf(one.Name), machine.GetUtcNow(), settings.Address);
            var sandbox = OpenIn(file, one.Name, one.Made.Settings(settings.Sandbox), database => database.IsEmpty
                ? throw new DatabaseRefused($"{file.Path} is empty or missing.")
                : null);
            sandbox.Faults.Begin(folder.ReadFaults(one.Name));
            Keep(sandbox);
            if (file.KeptAs is { } kept)
            {
                Tells?.Invoke($"{file.Path} was an earlier version's and has been brought over; as it was, it is kept "
                    + $"as {kept}");
            }

            foreach (var line in settings.Furnishing?.NotGiven(sandbox.BegunWith) ?? [])
            {
                Tells?.Invoke($"The sandbox {one.Name}: {line}");
            }

            return sandbox;
        }
        catch (Exception failure)
            when (failure is DatabaseRefused or IOException or UnauthorizedAccessException or JsonException)
        {
            throw NotOpened(one.Name, failure);
        }
    }

    /// <summary>What its fault rules are is kept from here on.</summary>
    private void Keep(Sandbox sandbox) => sandbox.Faults.Keep = rules =>
    {
        try
        {
            folder!.WriteFaults(sandbox.Name, rules);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            throw ServiceErrors.NothingStored.Because("The fault rules are as they were.",
                full.Message.ReplaceLineEndings(" ").TrimEnd('.'));
        }
    };

    private void GiveUp(string name)
    {
        try
        {
            folder!.Delete(name);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Without sandbox.json it is none; the next one of that name clears it away.
        }
    }

    private Refusal NotOpened(string name, Exception failure) => ServiceErrors.SandboxNotOpened.Because(
        $"It is kept in {folder!.Path}, and its files stay as they are. Mend them, or delete the sandbox: the "
        + "emulator's own DELETE /__admin/sandboxes/{name}.", name, FirstSentence(failure));

    /// <summary>What is wrong; what follows is the advice for the data file.</summary>
    private static string FirstSentence(Exception failure) =>
        failure.Message.ReplaceLineEndings(" ").Split(". ")[0].TrimEnd('.');
}
