namespace ServiceTray.Import;

/// <summary>A source that can tell what changed since an instant, what is gone too.</summary>
internal interface IChangingSource : ISource
{
    /// <summary>Itself, telling only what changed since; null: where it is read from, it cannot, or it was made to do so already.</summary>
    ISource? ChangedSince(DateTimeOffset since);
}
