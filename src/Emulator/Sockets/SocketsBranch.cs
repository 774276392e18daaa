using Emulator.Simulation;

namespace Emulator.Sockets;

/// <summary>How sockets stand in the pipeline: aside from everything else, and made only when the first one comes.</summary>
internal static class SocketsBranch
{
    private const string Path = "/socket.io";

    /// <summary>Registers what sockets need; nothing is made yet.</summary>
    public static void AddSockets(this IServiceCollection services, TimeProvider machine)
    {
        services.AddSingleton(new SocketSettings());
        services.AddSingleton(services => new EngineIoSessions(services.GetRequiredService<SocketSettings>(), machine, services.GetRequiredService<IHostApplicationLifetime>()));
        services.AddSingleton(services => new EngineIoEndpoint(services.GetRequiredService<EngineIoSessions>(), services.GetRequiredService<Sandboxes>(), services.GetRequiredService<SocketSettings>(), machine));
    }

    /// <summary>Takes requests to <c>/socket.io/</c> aside. Others pay for comparing a prefix.</summary>
    public static void UseSockets(this IApplicationBuilder app)
    {
        var branch = new Lazy<RequestDelegate>(() => BranchOf(app));
        app.Use(next => context => context.Request.Path.StartsWithSegments(Path) ? branch.Value(context) : next(context));
    }

    private static RequestDelegate BranchOf(IApplicationBuilder app)
    {
        var branch = app.New();
        branch.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan }); // Engine.IO has a heartbeat of its own.
        branch.Run(app.ApplicationServices.GetRequiredService<EngineIoEndpoint>().Answer);
        return branch.Build();
    }
}
