using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Surveys.Groups;

/// <summary>One filling-in that counts in a county's figures, as it is stored. Its id tells no time, so that no kept result is found beside it.</summary>
internal sealed class GroupAnswer
{
    public required Guid Id { get; init; }

    public required Guid Survey { get; init; }

    public required string County { get; init; }

    public required string Quarter { get; init; }

    /// <summary>A <see cref="CountedNumbers"/>, sealed.</summary>
    public required string Contents { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What counts: the numbers of one filling-in by question, and the version that was answered.</summary>
internal sealed record CountedNumbers(string Version, IReadOnlyDictionary<string, double> Numbers);

/// <summary>How they are stored.</summary>
internal sealed class GroupAnswerMapping : IEntityTypeConfiguration<GroupAnswer>
{
    public void Configure(EntityTypeBuilder<GroupAnswer> builder)
    {
        builder.ToTable("group_answer");
        builder.Property(answer => answer.Id).ValueGeneratedNever();
    }
}
