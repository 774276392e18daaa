using BareKestrel;

// BareKestrel URL PATH bytes|objects FILE: one endpoint on Kestrel, the least a web server can do with an answer that
// is known.
if (args is not [var url, var path, "bytes" or "objects", var file])
{
    Console.Error.WriteLine("BareKestrel URL PATH bytes|objects FILE");
    return 2;
}

var answer = File.ReadAllBytes(file);
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(url);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
app.MapGet(path, args[2] == "bytes" ? Bytes(answer) : Objects(answer));
app.Run();
return 0;

static RequestDelegate Bytes(byte[] answer) => context =>
{
    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = answer.Length;
    return context.Response.Body.WriteAsync(answer, 0, answer.Length);
};

static RequestDelegate Objects(byte[] answer)
{
    var json = PortListJson.AsAnswered();
    var list = json.Read(answer);
    return context =>
        context.Response.WriteAsJsonAsync(
            list,
            json.PortList,
            "application/json; charset=utf-8",
            context.RequestAborted);
}
