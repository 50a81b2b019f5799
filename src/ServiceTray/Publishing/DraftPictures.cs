using Microsoft.AspNetCore.Http.Features;
using ServiceTray.Pictures;

namespace ServiceTray.Publishing;

/// <summary>Takes the picture that a draft's form brings, and looks after those that drafts have.</summary>
internal sealed class DraftPictures(PictureMaker maker, PictureFolder folder)
{
    /// <summary>The whole of a form with a picture: the file, and room for all the words.</summary>
    public const int LargestForm = PictureMaker.MostBytes + (1024 * 1024);

    public bool Works => maker.Works;

    /// <summary>Has the form read in memory alone, so that no file of hers lies about on the disk.</summary>
    public static void ReadInMemory(HttpContext context) =>
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { MemoryBufferThreshold = LargestForm, MultipartBodyLengthLimit = LargestForm }));

    /// <summary>The content with the picture that came; what is wrong with it, or keeps it from being taken now, is added to the problems.</summary>
    public async Task<DraftContent> TakeAsync(IFormFile? file, DraftForm form, DraftContent content, List<DraftProblem> problems, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 })
        {
            return content;
        }

        var bytes = new byte[Math.Min(file.Length, PictureMaker.MostBytes + 1)];
        await using (var sent = file.OpenReadStream())
        {
            await sent.ReadExactlyAsync(bytes, cancellationToken);
        }

        var (made, fault) = await maker.MakeAsync(bytes, cancellationToken);
        if (made is null)
        {
            problems.Add(new DraftProblem("picture", fault switch { PictureFault.TooLarge => DraftFault.TooLarge, PictureFault.Off => DraftFault.NoPictures, _ => DraftFault.NotAPicture }));
            return content;
        }

        if (problems.Count > 0)
        {
            // No browser sends the same file again by itself.
            problems.Add(new DraftProblem("picture", DraftFault.ChooseAgain));
            return content;
        }

        return content with { Picture = new Picture(await folder.KeepAsync(made, cancellationToken), made.Width, made.Height, form.Alternative(null)) };
    }

    /// <summary>The content without a picture that is kept no more.</summary>
    public DraftContent WithoutLost(DraftContent content) => content.Picture is { } picture && !folder.Has(picture.Id) ? content with { Picture = null } : content;

    /// <summary>The file of a draft's own picture; null: it has no such one.</summary>
    public string? FileOf(Draft draft, string picture, string size) =>
        draft.Content.Picture is { } own && Guid.TryParseExact(picture, "D", out var asked) && own.Id == asked && PictureSize.Named(size) is { } named ? folder.FileOrNull(own.Id, named) : null;
}
