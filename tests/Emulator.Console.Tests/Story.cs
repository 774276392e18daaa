using System.Net.Http.Json;
using ConsoleConnect.Emulator.Testing;

namespace Emulator.Console.Tests;

/// <summary>What has happened in a world before somebody looks at it: a little of everything.</summary>
internal static class Story
{
    private const string Acme = "/api/company/Acme", Port = $"{Acme}/ports/55767b5652a693344a015744";

    public static async Task Happens(EmulatorSandbox world)
    {
        var stan = world.CreateClient("key-stan");
        using var ordered = await stan.PutAsJsonAsync(
            $"{Acme}/ports/orders",
            new
            {
                dataCenterFacility = "supernetpa4",
                speed = 10_000,
                portName = "Palo Alto 2",
                paymentType = "invoice",
            });
        using var listed = await stan.GetAsync($"{Acme}/ports?deleted=false");
        using var misspelt = await stan.GetAsync($"{Acme}/prots");
        using var forgotten = await stan.PutAsync("/api/auth/password/forgot/user@example.com", content: null);
        using var renamed = await stan.PostAsJsonAsync(Port, new { name = "Great Oaks, cage 7" });
        using var refused = await world.CreateClient().GetAsync($"{Acme}/ports");
        using var tooMuch = await stan.PutAsJsonAsync(
            "/api/v2/company/Acme/connections/layer2",
            new
            {
                type = "LAYER2",
                name = "Too fast",
                portId = "55767b5652a693344a015744",
                speed = 900_000,
                destMetroId = "1232413986c08c061dd8c45f",
                destCompany = "company2",
            });
        using var invited = await stan.PutAsJsonAsync(
            "/api/invite/user", new[] { new { email = "nadia@example.net", name = "Nadia" } });
    }
}
