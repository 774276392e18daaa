using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SocketIo;

/// <summary>
/// How sockets stand in the pipeline: aside from everything else, and made only when the first one comes.
/// </summary>
internal static class SocketsBranch
{
    private const string Path = "/socket.io";

    /// <summary>Registers what sockets need; nothing is made yet.</summary>
    /// <param name="services">Where.</param>
    /// <param name="machine">The machine's time, which heartbeats go by.</param>
    /// <param name="application">What is done in the namespaces.</param>
    public static void AddSockets(
        this IServiceCollection services,
        TimeProvider machine,
        ISocketApplication application)
    {
        services.AddSingleton(application);
        services.AddSingleton(machine);
        services.AddSingleton(new SocketSettings());
        services.AddSingleton<EngineIoSessions>();
        services.AddSingleton<EngineIoEndpoint>();
    }

    /// <summary>Takes requests to <c>/socket.io/</c> aside. Others pay for comparing a prefix.</summary>
    public static void UseSockets(this IApplicationBuilder app)
    {
        var branch = new Lazy<RequestDelegate>(() => BranchOf(app));
        app.Use(next =>
            context => context.Request.Path.StartsWithSegments(Path) ? branch.Value(context) : next(context));
    }

    private static RequestDelegate BranchOf(IApplicationBuilder app)
    {
        var branch = app.New();
        // Engine.IO has a heartbeat of its own.
        branch.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        branch.Run(app.ApplicationServices.GetRequiredService<EngineIoEndpoint>().Answer);
        return branch.Build();
    }
}
