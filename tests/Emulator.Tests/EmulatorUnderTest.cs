using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Emulator.Tests;

/// <summary>
/// An emulator of the test's own: in memory, its clock frozen at a fixed instant, the service's moves left to the test
/// unless asked otherwise.
/// </summary>
internal sealed class EmulatorUnderTest : WebApplicationFactory<Program>
{
    /// <summary>The instant at which every test begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How a sandbox starts in tests that make it without an emulator around it.</summary>
    internal static readonly SandboxSettings Usual = new(
        new Pace(Progression.Time, TimeSpan.FromSeconds(1)),
        Seed: 1,
        Start,
        ClockFrozen: true,
        AccessMode.Enforce);

    private readonly Dictionary<string, string?> settings = new()
    {
        ["data"] = ":memory:",
        ["clock-start"] = Start.ToString("O", CultureInfo.InvariantCulture),
        ["clock-frozen"] = "true",
        ["progression"] = "time",
        ["conformance"] = "fail", // Whatever a test asks, the answer must be as the contract says.
    };

    /// <param name="settings">Settings as <c>name=value</c>.</param>
    public EmulatorUnderTest(params string[] settings)
    {
        foreach (var setting in settings)
        {
            var (name, value) = setting.Split('=', 2) is [var left, var right]
                ? (left, right)
                : throw new ArgumentException(setting);
            this.settings[name] = value;
        }
    }

    /// <summary>What is registered besides the emulator's own services, or in their place.</summary>
    public Action<IServiceCollection>? Registers { private get; init; }

    /// <summary>Somebody who isn't logged in.</summary>
    public Client Nobody() => new(CreateClient(), credential: null);

    /// <summary>A seeded user, logged in.</summary>
    public async Task<Client> LoggedIn(string email)
    {
        var nobody = Nobody();
        var account = await nobody.Put("/api/auth/token", $$"""{"email":"{{email}}","password":"Password1"}""");
        Assert.Equal(HttpStatusCode.OK, account.Status);
        return new Client(CreateClient(), account["token"]!.GetValue<string>());
    }

    /// <summary>Stan: Keyholder of Acme, company1 and corp.</summary>
    public Task<Client> Stan() => LoggedIn("stan@example.com");

    /// <summary>Meg: Keyholder of company2 and CompanyA.</summary>
    public Task<Client> Meg() => LoggedIn("meg@example.com");

    /// <summary>Anyone who uses a token or an API key.</summary>
    public Client With(string credential) => new(CreateClient(), credential);

    /// <summary>Moves the clock; what is due by then has happened.</summary>
    public async Task Pass(double seconds) =>
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await Nobody()
                    .Post(
                        "/__admin/clock/advance",
                        $$"""{"seconds":{{(int)seconds}},"milliseconds":{{(int)(seconds % 1 * 1000)}}}""")
            ).Status);

    /// <inheritdoc/>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings));
        // A heartbeat goes by the machine's clock, which stands still here unless a test asks otherwise.
        var machine = new FakeTimeProvider(Start);
        var uptime = new Uptime(machine);
        machine.Advance(TimeSpan.FromMilliseconds(1_234_567));
        builder.ConfigureServices(services => services.AddSingleton(uptime));
        if (Registers is { } register)
        {
            builder.ConfigureServices(register);
        }

        return base.CreateHost(builder);
    }
}

/// <summary>A client of the emulator. Answers are read from the wire, never through the emulator's own types.</summary>
internal sealed class Client(HttpClient http, string? credential)
{
    /// <summary>The token or API key in use.</summary>
    public string? Credential => credential;

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Put(string path, string? body = null) => Send(HttpMethod.Put, path, body);

    public Task<Answer> Post(string path, string? body = null) => Send(HttpMethod.Post, path, body);

    public Task<Answer> Delete(string path, string? body = null) => Send(HttpMethod.Delete, path, body);

    /// <summary>Sends a request.</summary>
    public async Task<Answer> Send(
        HttpMethod method,
        string path,
        string? body = null,
        string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (credential is not null)
        {
            request.Headers.Add("portal-token", credential);
        }

        if (credential is not null && path.Contains("/mefApi/", StringComparison.Ordinal))
        {
            request.Headers.Add("x-sonata-buyer-key", $"bearer {credential}");
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        return await Send(request);
    }

    /// <summary>Sends a request as it is.</summary>
    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        if (response.Headers.TryGetValues("X-Emulator-Operation", out var operation))
        {
            Catalogue.TestedOperations.Note(operation.First());
        }

        if (response.Headers.TryGetValues("X-Emulator-Explain", out var explanation))
        {
            Hosting.Explanations.MustBeClear(request, explanation.Single());
        }

        var text = await response.Content.ReadAsStringAsync();
        return new Answer(
            response.StatusCode,
            text,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ToDictionary(
                header => header.Key,
                header => string.Join(",", header.Value),
                StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>What came over the wire.</summary>
internal sealed record Answer(
    HttpStatusCode Status,
    string Text,
    string? ContentType,
    IReadOnlyDictionary<string, string> Headers)
{
    private JsonNode? json;

    /// <summary>The body as JSON.</summary>
    public JsonNode Json => json ??= JsonNode.Parse(Text)!;

    /// <summary>A member of the body.</summary>
    public JsonNode? this[string name] => Json[name];

    /// <summary>A member that is text.</summary>
    public string TextOf(string name) => Json[name]!.GetValue<string>();

    /// <summary>
    /// The message of a refusal, which in some has no <c>error</c> round it; in MEF's dialect, its reason.
    /// </summary>
    public string Message => Told(Json).GetValue<string>();

    /// <summary>The message of a refusal's body, wherever it stands.</summary>
    public static JsonNode Told(JsonNode body) => body switch
    {
        JsonArray refusals => refusals.Single()!["reason"]!,
        _ => body["error"]?["message"] ?? body["message"] ?? body["reason"]!,
    };

    /// <summary>The refusal it must be.</summary>
    public Answer MustRefuse(int status, string? message = null)
    {
        Assert.True((int)Status == status, $"expected {status}, got {(int)Status}: {Text}");
        Assert.True(Headers.ContainsKey("X-Emulator-Explain"), "a refusal is explained");
        if (message is not null)
        {
            Assert.Equal(message, Message);
        }

        return this;
    }

    /// <summary>It must have gone well.</summary>
    public Answer MustBeOk() => MustBe(HttpStatusCode.OK);

    /// <summary>The answer itself; fails unless something was created.</summary>
    public Answer MustBeCreated() => MustBe(HttpStatusCode.Created);

    /// <summary>The answer itself; fails unless an operation went well.</summary>
    public Answer MustBeOf(Catalogue.ListedOperation operation) =>
        MustBe((HttpStatusCode)int.Parse(operation.Well, CultureInfo.InvariantCulture));

    private Answer MustBe(HttpStatusCode expected)
    {
        Assert.True(Status == expected, $"expected {(int)expected}, got {(int)Status}: {Text}");
        return this;
    }
}
