using ServiceTray.Refusals;
using ServiceTray.Referrals;
using Xunit;

namespace ServiceTray.Tests.Referrals;

public sealed class RefusedTexts
{
    private static readonly RefusedWords Words = new(["skitsofren", "kaksisuuntai"]);

    // The first is the sample code of the population register's own pages.
    [Theory]
    [InlineData("131052-308T")]
    [InlineData("Tunnus on 131052-308T.")]
    [InlineData("131052308T")]
    [InlineData("131052 308t")]
    [InlineData("131052–308T")]
    [InlineData("131052\u2011308T")]
    [InlineData("131052-\u200B308T")]
    [InlineData("１３１０５２-３０８Ｔ")]
    [InlineData("010594Y9032")]
    [InlineData("010516B903X")]
    [InlineData("131052 - 308T")]
    public void Identity_codes_are_found_in_every_disguise(string text) =>
        Assert.Equal([new("reason.goal", RefusalCodes.IdentityCodeRefused)], Words.Check("reason.goal", text, 200));

    [Theory]
    [InlineData("F32.1")]
    [InlineData("todettu f32")]
    [InlineData("(P76)")]
    [InlineData("ICD-11 6A70.1")]
    [InlineData("skitsofreniaa sairastava")]
    [InlineData("Kaksisuuntaisessa")]
    public void Diagnoses_and_their_codes_are_found(string text) =>
        Assert.Equal([new("note", RefusalCodes.DiagnosisRefused)], Words.Check("note", text, 200));

    [Theory]
    [InlineData("Haluaisin kävellä muiden kanssa tiistaisin klo 10–12.")]
    [InlineData("040 123 4567")]
    [InlineData("+358401234567")]
    [InlineData("B12-vitamiini ja K18-elokuva")]
    [InlineData("Talo 5 A 32, 70100 Kuopio")]
    [InlineData("25.11.2026-30.11.2026")]
    [InlineData("Olo on alakuloinen, en saa nukuttua.")]
    [InlineData("")]
    [InlineData(null)]
    public void Everyday_words_pass(string? text) => Assert.Empty(Words.Check("note", text, 200));

    [Fact]
    public void What_is_too_long_or_unreadable_is_told_by_its_field_only()
    {
        Assert.Equal([new("note", RefusalCodes.TextTooLong)], Words.Check("note", new string('a', 201), 200));
        Assert.Equal([new("note", RefusalCodes.TextInvalid)], Words.Check("note", "a\0b", 200));
    }

    [Fact]
    public void A_refusal_never_repeats_what_was_written()
    {
        var draft = TestProgramme.Draft() with { Reason = new ReferralReason { OwnWords = "131052-308T", Goal = "skitsofrenia" } };
        var refused = Assert.Throws<ReferralInvalidException>(() => TestProgramme.Drafted(draft));
        Assert.Equal(["reason.ownWords", "reason.goal"], refused.Problems.Select(problem => problem.Field));
        Assert.DoesNotContain("131052", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("skitso", refused.ToString(), StringComparison.Ordinal);
    }
}
