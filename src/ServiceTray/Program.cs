var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var app = builder.Build();
app.MapGet("/health", () => Results.Text("ok"));
app.MapStaticAssets();
app.Run();
