namespace ServiceTray.Pictures;

/// <summary>Brings pictures into the service.</summary>
internal static class PicturesSetup
{
    public static IServiceCollection AddPictures(this IServiceCollection services) => services
        .AddSingleton<PictureMaker>()
        .AddSingleton<PictureFolder>();
}
