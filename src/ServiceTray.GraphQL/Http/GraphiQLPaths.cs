namespace ServiceTray.GraphQL.Http;

/// <summary>Where the host serves GraphiQL's files; the library holds none of them.</summary>
public sealed record GraphiQLPaths
{
    /// <summary>graphiql's script. Default <c>/lib/graphiql/graphiql.min.js</c>.</summary>
    public string Script { get; init; } = "/lib/graphiql/graphiql.min.js";

    /// <summary>graphiql's style sheet. Default <c>/lib/graphiql/graphiql.min.css</c>.</summary>
    public string Style { get; init; } = "/lib/graphiql/graphiql.min.css";

    /// <summary>React's browser bundle. Default <c>/lib/react/react.production.min.js</c>.</summary>
    public string React { get; init; } = "/lib/react/react.production.min.js";

    /// <summary>React DOM's browser bundle. Default <c>/lib/react-dom/react-dom.production.min.js</c>.</summary>
    public string ReactDom { get; init; } = "/lib/react-dom/react-dom.production.min.js";
}
