using ServiceTray.Guidance.Materials;
using ServiceTray.Surveys;

namespace ServiceTray.Referrals.Programmes;

/// <summary>Looks whether there is what programmes name in other rooms: surveys and materials.</summary>
internal static class ProgrammeLinks
{
    /// <exception cref="InvalidDataException">One names what is not there.</exception>
    public static void Check(ProgrammeShelf programmes, SurveyShelf surveys, MaterialShelf materials)
    {
        foreach (var programme in programmes.All)
        {
            if (programme.Survey is { } survey && surveys.All.All(one => one.Key != survey))
            {
                throw new InvalidDataException($"{programme.Key}, survey: there is no survey {survey}.");
            }

            if (programme.Materials.FirstOrDefault(key => materials.Find(key) is null) is { } material)
            {
                throw new InvalidDataException($"{programme.Key}, materials: there is no material {material}.");
            }
        }
    }
}
