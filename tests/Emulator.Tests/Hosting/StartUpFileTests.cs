using Emulator.Hosting.StartUp;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Files that run at the start: in order, before it is ready, and the first that fails stops it.</summary>
public sealed class StartUpFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("init-");

    [Fact]
    public async Task They_run_in_the_order_of_their_names_before_it_is_ready()
    {
        Write("10-login.http", """
            @host = http://localhost:9000
            @user = stan@example.com

            ### Log in, and order with the token that is answered.
            # @name login
            PUT {{host}}/api/auth/token HTTP/1.1
            Content-Type: application/json

            {"email": "{{user}}", "password": "Password1"}

            ###
            // The order's id is of use to the next one.
            # @name order
            PUT /api/company/Acme/ports/orders
            portal-token: {{login.response.body.token}}

            {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"From a file","paymentType":"invoice"}

            ###
            POST {{host}}/__admin/workflows/port-orders/{{order.response.body.$.id}}/advance

            ### A sandbox, by its host, and once more.
            PUT http://localhost:9000/__admin/sandboxes/started
            ###
            # @allow 409
            PUT /__admin/sandboxes/started
            ###
            POST http://started.localhost:9000/__admin/clock/freeze
            """);
        Write("20-look.sh", """
            printf '%s\n' "$CONSOLE_CONNECT_URL" > url.txt
            curl -s -o /dev/null -w '%{http_code}' "$CONSOLE_CONNECT_URL/readyz" > readyz.txt
            curl -s -H 'portal-token: key-stan' "$CONSOLE_CONNECT_URL/api/company/Acme/ports/orders" > orders.json
            """);
        Write("README.md", "Not run.");
        using var emulator = await RunningEmulator.Start(":memory:", $"--init={folder.FullName}");
        var orders = (await emulator.With("key-stan").Get("/api/company/Acme/ports/orders"))
            .MustBeOk()["results"]!.AsArray();
        Assert.Contains(orders, order => order!["portName"]!.GetValue<string>() == "From a file");
        Assert.Contains("From a file", Read("orders.json"), StringComparison.Ordinal);
        Assert.Equal(emulator.Url, Read("url.txt").Trim());
        Assert.Equal("503", Read("readyz.txt"));
        Assert.Contains("\"frozen\": true",
            (await emulator.Nobody().Get("/sandbox/started/__admin/clock")).MustBeOk().Text, StringComparison.Ordinal);
        Assert.Contains("ready on", emulator.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "a.http",
        "GET /api/company/Acme/ports",
        "a.http: line 1: GET /api/company/Acme/ports was answered 401")]
    [InlineData("a.http", "\n\nget /x", "a.http: line 3: a request begins with a method and an address")]
    [InlineData("a.http", "GET api/x", "a.http: line 1: api/x is no address")]
    [InlineData("a.http", "GET /{{nobody}}", "a.http: line 1: nothing has set the variable nobody")]
    [InlineData("a.http", "@a = {{a}}\nGET /{{a}}", "a.http: line 2: the variable a leads back to itself")]
    [InlineData("a.http", "GET /livez\nno header", "a.http: line 2: a header is a name, a colon and a value")]
    [InlineData("a.http", "# @name a\nGET /livez\n###\nGET /{{a.response.body.x.y}}", "isn't in the answer")]
    [InlineData("a.http", "# @allow all\nGET /livez", "a.http: line 1: @allow takes statuses from 400 to 599")]
    [InlineData("a.http", "PUT /x\n\n< body.json", "a.http: line 3: a body from another file isn't read")]
    [InlineData("b.sh", "exit 3", "b.sh: it ended with exit code 3.")]
    public async Task One_that_fails_stops_the_start_in_one_line(string name, string text, string line)
    {
        Write(name, text);
        var (code, said) = await RunningEmulator.Fail(
            "--data=:memory:", "--urls=http://127.0.0.1:0", "--log=off", $"--init={folder.FullName}");
        Assert.Equal(1, code);
        Assert.StartsWith("The emulator can't start: --init (EMULATOR_INIT): ", said, StringComparison.Ordinal);
        Assert.Contains(line, said, StringComparison.Ordinal);
        Assert.DoesNotContain("ready on", said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'), one => !one.StartsWith("Making the", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_stops_it_too()
    {
        var (code, said) = await RunningEmulator.Fail(
            "--data=:memory:", "--urls=http://127.0.0.1:0", $"--init={folder.FullName}/nowhere");
        Assert.Equal(1, code);
        Assert.Contains("/nowhere can't be read", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_need_no_admin_token_and_what_the_journal_exports_runs()
    {
        Write("a.http", "POST /__admin/sandboxes\n\n{\"name\":\"guarded\"}");
        await using (var emulator = new EmulatorUnderTest($"init={folder.FullName}", "admin-token=secret"))
        {
            (await emulator.With("guarded.key-stan").Get("/api/company/Acme/ports")).MustBeOk();
            (await emulator.Nobody().Get("/__admin/sandboxes/guarded")).MustRefuse(401);
        }

        await using var recorded = new EmulatorUnderTest();
        (await recorded.With("key-stan").Get("/heartbeat")).MustBeOk();
        var exported = HttpFile.Read(
            (await recorded.Nobody().Get("/__admin/journal/export?format=http")).MustBeOk().Text);
        var request = Assert.Single(exported.Requests);
        Assert.Equal("GET", request.Method);
        Assert.EndsWith("/heartbeat", exported.Filled(request.Address, 1), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    private string Read(string name) => File.ReadAllText(Path.Combine(folder.FullName, name));
}
