namespace ServiceTray.Web.Rest;

/// <summary>Something was deleted for good.</summary>
internal sealed record DeletedAnswer
{
    /// <summary>Always true: what was not there is answered 404.</summary>
    public bool Deleted => true;
}
