using System.Runtime.CompilerServices;
using ServiceTray.Search.Storage;
using Xunit;

namespace ServiceTray.Search.Tests.Storage;

/// <summary>A block keeps its values whether it is small or lies in large pages, and gives its memory back.</summary>
[CollectionDefinition(nameof(BlockTests), DisableParallelization = true)]
[Collection(nameof(BlockTests))]
public sealed class BlockTests
{
    private const int LargeLength = 300_001;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(262_143)]
    [InlineData(262_144)]
    [InlineData(LargeLength)]
    public void Keeps_its_values(int length)
    {
        int[] values = [.. Enumerable.Range(0, length).Select(at => (at * 31) ^ 5)];
        var block = Block<int>.Of(values);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(values, block.Span.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => block[length]);
        Assert.Throws<ArgumentOutOfRangeException>(() => block[-1]);
    }

    [Fact]
    public void Gives_its_memory_back_when_nobody_keeps_it()
    {
        var kept = Block<int>.Of(new int[LargeLength]);
        Collect();
        var before = OwnMemory.Held;
        Drop();
        for (var round = 0; round < 50 && OwnMemory.Held > before; round++)
        {
            Collect();
        }

        Assert.True(OwnMemory.Held <= before, $"{OwnMemory.Held - before} bytes are still held.");
        Assert.Equal(0, kept[LargeLength - 1]);

        static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        void Drop()
        {
            var dropped = Block<int>.Of(new int[10 * LargeLength]);
            Assert.True(OwnMemory.Held >= before + (dropped.Length * sizeof(int)));
        }
    }
}
