using System.Buffers;

namespace Digest.Rendering;

/// <summary>What is written one after the other, on an array of the shared pool: an output of many megabytes leaves no garbage behind it. Dispose it to give the array back.</summary>
internal sealed class PooledBuffer<T> : IBufferWriter<T>, IDisposable
{
    private const int First = 1 << 14;

    private T[] items = ArrayPool<T>.Shared.Rent(First);

    public int Length { get; private set; }

    public ReadOnlySpan<T> Written => items.AsSpan(0, Length);

    public void Write(ReadOnlySpan<T> more)
    {
        more.CopyTo(GetSpan(more.Length));
        Length += more.Length;
    }

    public void Advance(int count) => Length += count;

    public Span<T> GetSpan(int sizeHint = 0)
    {
        if (items.Length - Length < Math.Max(1, sizeHint))
            Grow(sizeHint);
        return items.AsSpan(Length);
    }

    public Memory<T> GetMemory(int sizeHint = 0)
    {
        if (items.Length - Length < Math.Max(1, sizeHint))
            Grow(sizeHint);
        return items.AsMemory(Length);
    }

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(items);
        items = [];
        Length = 0;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<T>.Shared.Rent(checked(Math.Max(items.Length * 2, Length + more)));
        Written.CopyTo(larger);
        ArrayPool<T>.Shared.Return(items);
        items = larger;
    }
}
