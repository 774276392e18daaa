using System.Net;
using System.Net.Http.Json;
using ConsoleConnect.Emulator.Testing;
using NUnit.Framework;

namespace MyProduct.Tests;

/// <summary>One emulator for the whole test run.</summary>
[SetUpFixture]
public sealed class EmulatorOfTheRun
{
    public static ConsoleConnectEmulator Emulator { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start() => Emulator = await ConsoleConnectEmulator.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await Emulator.DisposeAsync();
}

[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RetryingOrders : IAsyncDisposable
{
    private EmulatorSandbox world = null!;

    [SetUp]
    public async Task TakeASandbox() => world = await EmulatorOfTheRun.Emulator.NewSandboxAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Test]
    public async Task A_busy_service_is_asked_again()
    {
        await world.Faults.AnswerNextAsync(EmulatorOperations.CreatePortOrder, 503, retryAfterSeconds: 0);

        while (await Order() is HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        await world.Journal.VerifyAsync(
            new JournalSearch { Operation = EmulatorOperations.CreatePortOrder }, atLeast: 2, atMost: 3);
    }

    [Test]
    public async Task A_delivery_is_seen_as_it_happens()
    {
        await Order();
        await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        var delivered = await world.Events.WaitAsync(
            happened => happened["machine"] == EmulatorMachines.Ports
                && happened["to"] == EmulatorStates.Ports.Active,
            since: 0);

        Assert.That(delivered.Kind, Is.EqualTo("transition"));
    }

    private async Task<HttpStatusCode> Order()
    {
        using var answer = await world.Client.PutAsJsonAsync(
            "/api/company/Acme/ports/orders",
            new { dataCenterFacility = "supernetpa4", speed = 1000, portName = "Mine", paymentType = "invoice" });
        return answer.StatusCode;
    }
}
