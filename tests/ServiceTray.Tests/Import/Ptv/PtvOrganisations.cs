using ServiceTray.Import.Ptv;
using ServiceTray.Languages;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

public sealed class PtvOrganisations
{
    [Theory]
    [InlineData("Municipality", "Mallikunta", "Municipality")]
    [InlineData("State", "Mallivirasto", "State")]
    [InlineData("Organization", "Malliyhdistys ry", "Association")]
    [InlineData("Organization", "Mallin seurakunta", "Parish")]
    [InlineData("SotePublic", "Mallin hyvinvointialue", "County")]
    [InlineData("SotePublic", "Malliyhtymä", "Other")]
    [InlineData("RegionalOrganization", "Mallin työllisyysalue", "EmploymentService")]
    [InlineData("SotePrivate", "Malli Oy", "Company")]
    [InlineData(null, "Malli", "Other")]
    public void Kind_comes_from_type_and_where_there_is_none_from_the_name(string? type, string name, string kind) =>
        Assert.Equal(kind, $"{PtvOrganisationReader.KindOf(type, LocalizedText.Of(name))}");

    [Theory]
    [InlineData("+358", "0501234567", false, "+358 501234567")]
    [InlineData("+358", "24345111", false, "+358 24345111")]
    [InlineData(null, "116117", true, "116117")]
    [InlineData("+358", "0295 000", true, "0295 000")]
    [InlineData("+46", "0812345", false, "+46 0812345")]
    [InlineData("+358", "kysy", false, null)]
    [InlineData("+358", null, null, null)]
    public void Numbers_are_as_dialled(string? prefix, string? number, bool? national, string? dialled) =>
        Assert.Equal(dialled, PtvPhones.NumberOf(new PtvPhone("Phone", prefix, number, national, null, null, "fi")));

    [Fact]
    public void A_number_told_in_two_languages_is_one_with_both_labels_and_a_fax_is_none()
    {
        var contact = Assert.Single(PtvPhones.Read(
            [
                new PtvPhone("Phone", "+358", "170001", false, "Ajanvaraus", "8 snt/min", "fi"),
                new PtvPhone("Phone", "+358", "170001", false, "Tidsbokning", null, "sv"),
                new PtvPhone("Fax", "+358", "170002", false, null, null, "fi"),
                new PtvPhone("Sms", "+358", "170003", false, null, null, "fi"),
            ],
            LocalizedText.Of("Kanava"),
            LocalizedText.Empty));

        Assert.Equal(LocalizedText.Of("Ajanvaraus; 8 snt/min", "Tidsbokning"), contact.Label);
    }
}
