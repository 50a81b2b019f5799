using ServiceTray.Data;

namespace ServiceTray.Pictures;

/// <summary>Where pictures lie: a file for each size, named by the picture's id, whole or not there at all.</summary>
internal sealed class PictureFolder(TrayDatabase database, TimeProvider clock)
{
    private readonly string folder = Path.Combine(database.Folder, "pictures");

    /// <summary>Keeps a picture, the large size last, so that one which has it is whole.</summary>
    public async Task<Guid> KeepAsync(MadePicture made, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await WriteAsync(id, PictureSize.Small, made.Small, cancellationToken);
        await WriteAsync(id, PictureSize.Large, made.Large, cancellationToken);
        return id;
    }

    public bool Has(Guid id) => File.Exists(PathOf(id, PictureSize.Large));

    /// <summary>The file of a size; null: there is no such picture.</summary>
    public string? FileOrNull(Guid id, PictureSize size) => File.Exists(PathOf(id, size)) ? PathOf(id, size) : null;

    /// <summary>The pictures of which any file was written before a moment; a size that is left alone and one half written count too.</summary>
    public IReadOnlyList<Guid> WrittenBefore(DateTimeOffset moment) => !Directory.Exists(folder)
        ? []
        : [.. new DirectoryInfo(folder).EnumerateFiles("*.jpg*").Where(file => file.LastWriteTimeUtc < moment.UtcDateTime)
            .Select(file => Guid.TryParse(file.Name[..Math.Min(36, file.Name.Length)], out var id) ? id : (Guid?)null).OfType<Guid>().Distinct()];

    /// <summary>Deletes all files of a picture.</summary>
    public void Delete(Guid id)
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"{id}*"))
        {
            File.Delete(file);
        }
    }

    private string PathOf(Guid id, PictureSize size) => Path.Combine(folder, $"{id}-{size.Name}.jpg");

    // A power cut between the two steps leaves a file that nobody names, which is swept away later.
    private async Task WriteAsync(Guid id, PictureSize size, byte[] bytes, CancellationToken cancellationToken)
    {
        var begun = $"{PathOf(id, size)}.new";
        await using (var file = new FileStream(begun, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(begun, PathOf(id, size));
    }
}
