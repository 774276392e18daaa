namespace ConsoleConnect.Emulator.Testing;

/// <summary>What a test is given: companies, people, ports and connections, made in one call.</summary>
public static class GivenWorlds
{
    /// <summary>
    /// Makes what is described, by the service's own rules: all of it, or nothing. Everything that isn't said is made
    /// up, the same each time.
    /// </summary>
    /// <param name="world">Where: a sandbox, or the emulator's own world.</param>
    /// <param name="describe">Says what.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Ids, keys and tokens, by the names that were given.</returns>
    /// <exception cref="EmulatorRefusedException">
    /// It can't be: the message says where, and which rule is against it.
    /// </exception>
    public static async Task<GivenWorld> Given(
        this EmulatorWorld world, Action<WorldToMake> describe, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(describe);
        var asked = new WorldToMake();
        describe(asked);
        return new GivenWorld(
            await world.Door.Do(
                HttpMethod.Post,
                "/__admin/worlds",
                asked.Json,
                AdminJson.Default.JsonObject,
                AdminJson.Default.WorldMade,
                cancellationToken).ConfigureAwait(false));
    }
}
