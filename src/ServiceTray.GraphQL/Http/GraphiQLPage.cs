using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace ServiceTray.GraphQL.Http;

/// <summary>The GraphiQL page. It holds no inline script or style, so a strict Content-Security-Policy may stand.</summary>
internal static class GraphiQLPage
{
    private const string Script = """
        const root = document.getElementById('graphiql');
        document.body.style.margin = '0';
        root.style.height = '100vh';
        const fetcher = GraphiQL.createFetcher({ url: root.dataset.endpoint });
        ReactDOM.createRoot(root).render(React.createElement(GraphiQL, { fetcher }));

        """;

    public static Task WriteAsync(HttpContext context, GraphiQLPaths paths)
    {
        var at = HtmlEncoder.Default.Encode((context.Request.PathBase + context.Request.Path).ToString().TrimEnd('/'));
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.Vary = "Accept";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>GraphiQL</title>
              <link rel="stylesheet" href="{Encode(paths.Style)}">
            </head>
            <body>
              <div id="graphiql" data-endpoint="{at}">The query page needs JavaScript. The schema is at <a href="{at}/schema.graphql">schema.graphql</a>.</div>
              <script src="{Encode(paths.React)}"></script>
              <script src="{Encode(paths.ReactDom)}"></script>
              <script src="{Encode(paths.Script)}"></script>
              <script src="{at}/graphiql.js"></script>
            </body>
            </html>

            """,
            context.RequestAborted);

        string Encode(string path) => HtmlEncoder.Default.Encode(context.Request.PathBase + path);
    }

    public static Task ScriptAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript; charset=utf-8";
        return context.Response.WriteAsync(Script, context.RequestAborted);
    }
}
