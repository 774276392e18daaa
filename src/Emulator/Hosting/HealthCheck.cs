namespace Emulator.Hosting;

/// <summary><c>--health</c>: asks a running emulator whether it is ready, so that a container needs no other program for it.</summary>
internal static class HealthCheck
{
    /// <summary>0 if it is ready, 1 if not.</summary>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            var configuration = new ConfigurationBuilder().Build();
            var url = EmulatorSettings.Read(args, configuration).Urls.Split(';')[0].Replace("0.0.0.0", "127.0.0.1").Replace("[::]", "127.0.0.1").Replace("://*", "://127.0.0.1").Replace("://+", "://127.0.0.1");
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            using var answer = await client.GetAsync(new Uri(new Uri(url), "/readyz"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException or BadSetting)
        {
            await Console.Error.WriteLineAsync(unreachable.Message);
            return 1;
        }
    }
}
