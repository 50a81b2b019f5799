using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Organisations;
using ServiceTray.Pictures;
using ServiceTray.Publishing;
using ServiceTray.Tests.Pictures;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>A picture from the form to the resident, and away again.</summary>
public sealed class DraftsWithPictures(SmallTray small) : IClassFixture<SmallTray>
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private static readonly (string Name, string Value)[] Group =
    [
        ("name", "Kuvaryhmä"), ("summary", "Katsotaan kuvia."), ("theme", "CULTURE"), ("weekday", "Tuesday"), ("from", "13:00"), ("to", "14:30"), ("area", "70100"), ("kind", "ACTIVITY"),
    ];

    private readonly TrayApp tray = small.App;

    [Fact]
    public async Task A_picture_is_published_only_with_what_it_shows_in_words()
    {
        using var publisher = await PublisherAsync();
        var page = await WriteAsync(publisher, SentPictures.Sideways());
        var refused = await PageVisit.ReadAsync(await publisher.SendAsync(page, $"{page}/julkaise"));
        Assert.Equal((422, "#pictureAlt"), (refused.Status, refused.Document.QuerySelector("#problems a")!.GetAttribute("href")));

        Assert.Equal(302, (int)(await SendAsync(publisher, page, page, null, [.. Group, ("pictureAlt", "Kolme ihmistä pöydän ääressä")])).StatusCode);
        var preview = await PageVisit.ReadAsync(await publisher.Client.GetAsync($"{page}/esikatselu"));
        var own = preview.Document.QuerySelector(".picture img")!.GetAttribute("src")!;
        Assert.StartsWith(page, own, StringComparison.Ordinal);
        using var seen = await publisher.Client.GetAsync(own);
        Assert.Equal((HttpStatusCode.OK, true, true), (seen.StatusCode, seen.Headers.CacheControl!.NoStore, seen.Headers.CacheControl.Private));
        Assert.Equal(HttpStatusCode.NotFound, (await tray.Client.GetAsync(own.Replace("/oma", "", StringComparison.Ordinal))).StatusCode);

        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
        var id = page.Split('/')[^1];
        var shown = (await PageVisit.GetAsync(tray, $"/tarjonta/{id}")).Document.QuerySelector(".picture img")!;
        Assert.Equal(("Kolme ihmistä pöydän ääressä", "200", "400"), (shown.GetAttribute("alt"), shown.GetAttribute("width"), shown.GetAttribute("height")));
        using var kept = await tray.Client.GetAsync(shown.GetAttribute("src"));
        Assert.Equal(("image/jpeg", "nosniff"), (kept.Content.Headers.ContentType!.MediaType, kept.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.True(kept.Headers.CacheControl is { Public: true, MaxAge.TotalDays: >= 365 });

        var rest = await tray.GetAsync($"/api/v1/offerings/{id}");
        Assert.Equal(shown.GetAttribute("src"), rest.Body.GetProperty("picture").GetProperty("url").GetString());
        var asked = (await tray.QueryAsync($$"""{ offering(id: "{{id}}") { picture { url smallUrl width height alternative { value language } } } }""")).GetProperty("offering").GetProperty("picture");
        Assert.Equal((shown.GetAttribute("src"), "Kolme ihmistä pöydän ääressä", 200), (asked.GetProperty("url").GetString(), asked.GetProperty("alternative").GetProperty("value").GetString(), asked.GetProperty("width").GetInt32()));
        using var little = await tray.Client.GetAsync(asked.GetProperty("smallUrl").GetString());
        Assert.Equal(HttpStatusCode.OK, little.StatusCode);

        // Where it was taken is neither told nor kept.
        foreach (var sent in new[] { kept, little })
        {
            var bytes = Encoding.Latin1.GetString(await sent.Content.ReadAsByteArrayAsync());
            Assert.DoesNotContain(SentPictures.Marker, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", bytes, StringComparison.Ordinal);
        }

        Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, SentPictures.Marker));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        using var publisher = await PublisherAsync();
        var page = $"/oma/tarjonta/uusi/{Walkers}";
        var refused = await PageVisit.ReadAsync(await SendAsync(publisher, page, page, "<svg onload='alert(1)'/>"u8.ToArray(), Group));
        Assert.Equal((422, "#picture", "Kuvaryhmä"), (refused.Status, refused.Document.QuerySelector("#problems a")!.GetAttribute("href"), refused.Document.QuerySelector("#name")!.GetAttribute("value")));
    }

    [Fact]
    public async Task More_than_is_taken_is_refused()
    {
        using var publisher = await PublisherAsync();
        var page = $"/oma/tarjonta/uusi/{Walkers}";
        var bytes = new byte[PictureMaker.MostBytes + 10];
        SentPictures.Jpeg().CopyTo(bytes, 0);
        Assert.Equal(422, (int)(await SendAsync(publisher, page, page, bytes, Group)).StatusCode);
    }

    [Fact]
    public async Task Anothers_picture_is_as_if_it_was_not_there()
    {
        using var publisher = await PublisherAsync();
        var page = await WriteAsync(publisher, SentPictures.Png());
        var address = (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Document.QuerySelector(".picture img")!.GetAttribute("src")!;
        using var other = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Source.IdOf("seed", "organisation:kaupunki")));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.Client.GetAsync(address.Replace("pieni", "toinen", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task What_nothing_shows_is_swept_away_and_what_history_gives_back_is_not()
    {
        var clock = new HandClock();
        await using var own = await TrayApp.StartAsync(change: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var publisher = await Person.SignedInAsync(own, new Grant(Role.Publisher, Walkers));
        var page = await WriteAsync(publisher, SentPictures.Jpeg());
        var folder = Path.Combine(own.Settings.Database.Folder, "pictures");
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{Guid.NewGuid()}-pieni.jpg"), [1]);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{Guid.NewGuid()}-iso.jpg.new"), [1]);
        foreach (var file in Directory.GetFiles(folder))
        {
            File.SetLastWriteTimeUtc(file, TrayApp.Now.UtcDateTime);
        }

        var sweeper = own.Services.GetRequiredService<PictureSweeper>();
        clock.Now = TrayApp.Now.AddMinutes(10);
        Assert.Equal(0, await sweeper.SweepAsync(CancellationToken.None));
        clock.Now = TrayApp.Now.AddHours(2);
        Assert.Equal(2, await sweeper.SweepAsync(CancellationToken.None));
        Assert.Equal(2, Directory.GetFiles(folder).Length);

        clock.Now = TrayApp.Now.AddDays(60);
        using var later = await Person.SignedInAsync(own, new Grant(Role.Publisher, Walkers));
        Assert.Equal(302, (int)(await SendAsync(later, page, page, null, [.. Group, ("pictureOff", "yes")])).StatusCode);
        clock.Now = TrayApp.Now.AddDays(80);
        Assert.Equal(0, await sweeper.SweepAsync(CancellationToken.None));
        clock.Now = TrayApp.Now.AddDays(91);
        Assert.Equal(1, await sweeper.SweepAsync(CancellationToken.None));
        Assert.Empty(Directory.GetFiles(folder));
    }

    private static async Task<string> WriteAsync(Person person, byte[] picture)
    {
        var page = $"/oma/tarjonta/uusi/{Walkers}";
        using var answer = await SendAsync(person, page, page, picture, Group);
        Assert.Equal(302, (int)answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    // As a browser sends a form with a file.
    private static async Task<HttpResponseMessage> SendAsync(Person person, string page, string action, byte[]? picture, (string Name, string Value)[] fields)
    {
        var visit = await PageVisit.ReadAsync(await person.Client.GetAsync(page));
        using var form = new MultipartFormDataContent();
        foreach (var hidden in visit.Document.QuerySelectorAll($"form[action='{action}'] input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        var file = new ByteArrayContent(picture ?? []);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"picture\"", FileName = picture is null ? "\"\"" : "\"../../kuva.jpg\"" };
        form.Add(file);
        return await person.Client.PostAsync(action, form);
    }

    private Task<Person> PublisherAsync() => Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
}
