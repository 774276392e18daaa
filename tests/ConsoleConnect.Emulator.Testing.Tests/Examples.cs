using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ConsoleConnect.Emulator.Testing;
using Xunit;

namespace MyProduct.Tests;

/// <summary>One emulator for all tests of a class. Assemblies have fixtures too, for one that all share.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public ConsoleConnectEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await ConsoleConnectEmulator.StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}

public sealed class OrderingPorts(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task An_order_is_delivered()
    {
        await using var world = await fixture.Emulator.NewSandboxAsync(); // Its own data, clock, ids, faults, journal, outbox.
        var mine = new MyClient(world.Client);                            // Logged in as Stan, of Acme.

        var order = await mine.OrderPort("Acme", "supernetpa4", 1000);
        await world.Clock.AdvanceUntilAsync("port-orders", order, "done"); // No waiting.

        Assert.Equal("done", await mine.StatusOf("Acme", order));
    }

    [Fact]
    public async Task It_tries_again_when_the_service_is_busy()
    {
        await using var world = await fixture.Emulator.NewSandboxAsync();
        var mine = new MyClient(world.Client);

        await world.Faults.AnswerNextAsync("PUT /api/company/{companyName}/ports/orders", 503, retryAfterSeconds: 0);
        await mine.OrderPort("Acme", "supernetpa4", 1000);

        await world.Journal.VerifyAsync(new ExchangeSearch { Method = "PUT", Path = "/api/company/Acme/ports/orders" }, exactly: 2);
    }
}

/// <summary>The client under test, as small as it can be.</summary>
internal sealed class MyClient(HttpClient http)
{
    public async Task<string> OrderPort(string company, string facility, int speed)
    {
        while (true)
        {
            using var answer = await http.PutAsJsonAsync(
                $"/api/company/{company}/ports/orders", new { dataCenterFacility = facility, speed, portName = "Mine", paymentType = "invoice" });
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero);
                continue;
            }

            answer.EnsureSuccessStatusCode();
            return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        }
    }

    public async Task<string> StatusOf(string company, string order) =>
        (string)(await http.GetFromJsonAsync<JsonObject>($"/api/company/{company}/ports/orders/{order}"))!["status"]!;
}
