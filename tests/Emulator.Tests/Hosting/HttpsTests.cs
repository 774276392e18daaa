using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Emulator.Hosting;
using Emulator.Hosting.Https;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>HTTPS, with a certificate that is set or one of the emulator's own.</summary>
public sealed class HttpsTests : IDisposable
{
    private static readonly DateTimeOffset Now = EmulatorUnderTest.Start;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("https-");

    [Fact]
    public async Task A_client_that_trusts_the_authority_is_answered_by_HTTP_2_and_1()
    {
        await using var emulator = await ListeningEmulator.Start("--urls=https://127.0.0.1:0");
        using var trusting = await Trusting(emulator);
        using var newest = new HttpRequestMessage(HttpMethod.Get, "/readyz") { Version = HttpVersion.Version20 };
        using var two = await trusting.SendAsync(newest);
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (two.StatusCode, two.Version));
        using var older = new HttpRequestMessage(HttpMethod.Head, "/readyz") { Version = HttpVersion.Version11 };
        using var head = await trusting.SendAsync(older);
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version11), (head.StatusCode, head.Version));
        var longest = "/api/company/Acme/ports?q=" + new string('a', 64 * 1024);
        using var tooLong = await trusting.SendAsync(new HttpRequestMessage(HttpMethod.Get, longest));
        var refused = JsonNode.Parse(await tooLong.Content.ReadAsStringAsync())!;
        Assert.Equal("URI Too Long", refused["error"]!["message"]!.GetValue<string>());
        await Assert.ThrowsAsync<HttpRequestException>(() => emulator.Http.GetAsync("/readyz"));
    }

    [Fact]
    public async Task Every_sandbox_has_a_certificate_for_its_host()
    {
        await using var emulator = await ListeningEmulator.Start("--urls=https://127.0.0.1:0");
        foreach (var name in new[] { "localhost", "ci-1.localhost", "CI-2.localhost", "127.0.0.1" })
        {
            Assert.Equal((name, SslPolicyErrors.None), (name, await Handshake(emulator, name)));
        }

        Assert.NotEqual(SslPolicyErrors.None, await Handshake(emulator, "emulator.example"));
    }

    [Fact]
    public async Task Http_and_https_go_together()
    {
        await using var emulator = await ListeningEmulator.Start("--urls=http://127.0.0.1:0;https://127.0.0.1:0");
        using var answer = await emulator.Http.GetAsync("/__admin/certificate-authority");
        Assert.Equal("application/x-pem-file", answer.Content.Headers.ContentType!.MediaType);
        var pem = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", pem, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", pem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_https_there_is_no_authority_and_it_is_said_how_to_have_one()
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await emulator.Nobody().Get("/__admin/certificate-authority"))
            .MustRefuse(404, "The emulator has no certificate authority of its own");
        Assert.Contains("--urls https://localhost:9443", refused.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_authority_is_kept_for_its_owner_only_and_made_again_when_its_time_is_over()
    {
        var time = new FakeTimeProvider(Now);
        var first = OwnAuthority.In(folder.FullName, ["emulator"], time);
        Assert.Equal(["certificate-authority.key", "certificate-authority.pem"], folder.GetFiles()
            .Select(file => file.Name).Order());
        if (!OperatingSystem.IsWindows())
        {
            Assert.All(folder.GetFiles(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
                file.UnixFileMode));
        }

        Assert.Equal(first.Pem, OwnAuthority.In(folder.FullName, ["other"], time).Pem);
        var certificate = first.For(null);
        Assert.True(certificate.MatchesHostname("emulator") && certificate.MatchesHostname("localhost")
            && certificate.MatchesHostname("::1"), "it is for the hosts");
        Assert.True(OwnAuthority.In(folder.FullName, ["other"], time).For(null).MatchesHostname("other"),
            "it is for the other hosts");
        time.Advance(TimeSpan.FromDays(400));
        Assert.True(first.For(null).NotAfter.ToUniversalTime() > time.GetUtcNow(),
            "another certificate is made when the first one's time is over");
        time.Advance(TimeSpan.FromDays(3240));
        Assert.NotEqual(first.Pem, OwnAuthority.In(folder.FullName, [], time).Pem);
        Assert.NotEqual(OwnAuthority.In(null, [], time).Pem, OwnAuthority.In(null, [], time).Pem);
    }

    [Theory]
    [InlineData("whole.pem", "", "")]
    [InlineData("leaf.pem", "key.pem", "")]
    [InlineData("leaf.pem", "locked-key.pem", "open-sesame")]
    [InlineData("leaf.pfx", "", "")]
    [InlineData("locked.pfx", "", "open-sesame")]
    public async Task A_certificate_that_is_set_is_served(string file, string key, string password)
    {
        WriteCertificates();
        var flags = new[] { ("certificate", At(file)), ("certificate-key", key is "" ? "" : At(key)),
            ("certificate-password", password) }
            .Where(flag => flag.Item2.Length > 0).Select(flag => $"--{flag.Item1}={flag.Item2}");
        await using var emulator = await ListeningEmulator.Start([.. flags, "--urls=https://127.0.0.1:0"]);
        X509Certificate? served = null;
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            (served = certificate) is not null;
        using var http = new HttpClient(handler);
        using var answer = await http.GetAsync(new Uri(emulator.Url, "/__admin/certificate-authority"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("CN=set.example", served!.Subject);
    }

    [Theory]
    [InlineData("nowhere.pem", "", "", "there is no such file")]
    [InlineData("", "", "", "can't be read")]
    [InlineData("leaf.pem", "", "", "has no private key")]
    [InlineData("leaf.pem", "nowhere.pem", "", "--certificate-key (EMULATOR_CERTIFICATE_KEY) is ")]
    [InlineData("leaf.pem", "other-key.pem", "", "no certificate that the key in ")]
    [InlineData("leaf.pem", "locked-key.pem", "", "set its password with --certificate-password")]
    [InlineData("leaf.pem", "locked-key.pem", "wrong", "--certificate-password (EMULATOR_CERTIFICATE_PASSWORD) doesn't "
        + "open")]
    [InlineData("locked.pfx", "", "", "has a password")]
    [InlineData("locked.pfx", "", "wrong", "doesn't open")]
    [InlineData("garbage.bin", "", "", "neither a PEM nor a PFX file")]
    [InlineData("keyless.pfx", "", "", "no certificate with a private key")]
    [InlineData("expired.pem", "", "", "has expired, on 2026-02-01")]
    [InlineData("early.pem", "", "", "is not valid before 2026-04-01")]
    public void A_certificate_that_can_not_be_served_is_one_line_with_setting_file_and_remedy(string file, string key,
        string password, string words)
    {
        WriteCertificates();
        var settings = EmulatorSettings.Read(
            ["--urls=https://localhost:9443", $"--certificate={At(file)}",
                $"--certificate-key={(key is "" ? "" : At(key))}", $"--certificate-password={password}"],
            new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), new Dictionary<string, string>());
        var said = Assert.Throws<BadSetting>(() => ServedCertificate.Of(settings, new FakeTimeProvider(Now))).Message;
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Contains(key is "" ? At(file) : At(key), said, StringComparison.Ordinal);
        Assert.Contains("--certificate", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
        Assert.DoesNotContain("wrong", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_says_so_and_ends_with_1()
    {
        var (code, text) = await RunningEmulator.Fail("--data=:memory:", "--urls=https://127.0.0.1:0",
            $"--certificate={At("nowhere.pem")}");
        Assert.Equal((1, $"The emulator can't start: --certificate (EMULATOR_CERTIFICATE) is {At("nowhere.pem")}, and "
            + "there is no such file: name the one that has it."), (code, text.Trim()));
        (code, text) = await RunningEmulator.Fail("--data=:memory:", "--urls=http://127.0.0.1:0",
            $"--certificate={At("nowhere.pem")}");
        Assert.Equal(1, code);
        Assert.Contains("no address of --urls (http://127.0.0.1:0) is https", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_files_of_the_authority_are_one_line_too()
    {
        await File.WriteAllTextAsync(At(AuthorityFiles.Certificate), "-----BEGIN CERTIFICATE-----\n");
        await File.WriteAllTextAsync(At(AuthorityFiles.Key), "");
        var said = Assert.Throws<BadSetting>(() => OwnAuthority.In(folder.FullName, [], TimeProvider.System)).Message;
        Assert.Contains($"{At(AuthorityFiles.Certificate)}, with which the emulator signs", said,
            StringComparison.Ordinal);
        Assert.Contains("Delete both files", said, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<HttpClient> Trusting(ListeningEmulator emulator)
    {
        var authority = await AuthorityOf(emulator);
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = Policy(authority);
        return new HttpClient(handler) { BaseAddress = emulator.Url, DefaultRequestVersion = HttpVersion.Version11 };
    }

    private static async Task<X509Certificate2> AuthorityOf(ListeningEmulator emulator)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        using var http = new HttpClient(handler);
        return X509Certificate2.CreateFromPem(await http.GetStringAsync(new Uri(emulator.Url,
            "/__admin/certificate-authority")));
    }

    private static X509ChainPolicy Policy(X509Certificate2 authority) =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };

    /// <summary>What a client finds wrong that calls the server by a name.</summary>
    private static async Task<SslPolicyErrors> Handshake(ListeningEmulator emulator, string name)
    {
        var found = SslPolicyErrors.None;
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, emulator.Url.Port);
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = name,
            CertificateChainPolicy = Policy(await AuthorityOf(emulator)),
            RemoteCertificateValidationCallback = (_, _, _, errors) =>
            {
                found = errors;
                return true;
            },
        });
        return found;
    }

    private string At(string file) => Path.Combine(folder.FullName, file);

    /// <summary>Certificates of all sorts, in each form that there is.</summary>
    private void WriteCertificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = Certificate(key, Now.AddDays(-1), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var expired = Certificate(key, Now.AddYears(-1), new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero));
        using var early = Certificate(key, new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), Now.AddYears(1));
        var (pem, keyPem) = (leaf.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
        var locking = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        File.WriteAllText(At("whole.pem"), pem + keyPem);
        File.WriteAllText(At("leaf.pem"), pem);
        File.WriteAllText(At("key.pem"), keyPem);
        File.WriteAllText(At("other-key.pem"), other.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(At("locked-key.pem"), key.ExportEncryptedPkcs8PrivateKeyPem("open-sesame", locking));
        File.WriteAllText(At("expired.pem"), expired.ExportCertificatePem() + "\n" + keyPem);
        File.WriteAllText(At("early.pem"), early.ExportCertificatePem() + "\n" + keyPem);
        File.WriteAllBytes(At("leaf.pfx"), leaf.Export(X509ContentType.Pfx));
        File.WriteAllBytes(At("locked.pfx"), leaf.Export(X509ContentType.Pfx, "open-sesame"));
        using var bare = X509CertificateLoader.LoadCertificate(leaf.RawData);
        File.WriteAllBytes(At("keyless.pfx"), bare.Export(X509ContentType.Pfx));
        File.WriteAllBytes(At("garbage.bin"), [1, 2, 3, 4]);
    }

    private static X509Certificate2 Certificate(ECDsa key, DateTimeOffset from, DateTimeOffset until) =>
        new CertificateRequest("CN=set.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(from, until);
}
