using System.Runtime.InteropServices;
using System.Text;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>Texts as C wants them: an array of pointers to zero-ended bytes, and their lengths. Lives for one call.</summary>
internal sealed unsafe class Utf8Arguments : IDisposable
{
    private readonly int _count;

    public Utf8Arguments(IReadOnlyList<string> texts)
    {
        _count = texts.Count;
        Pointers = (byte**)NativeMemory.AllocZeroed((nuint)_count + 1, (nuint)sizeof(byte*));
        Lengths = (nuint*)NativeMemory.AllocZeroed((nuint)_count + 1, (nuint)sizeof(nuint));
        for (var i = 0; i < _count; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(texts[i]);
            Pointers[i] = (byte*)NativeMemory.Alloc((nuint)bytes.Length + 1);
            bytes.CopyTo(new Span<byte>(Pointers[i], bytes.Length));
            Pointers[i][bytes.Length] = 0;
            Lengths[i] = (nuint)bytes.Length;
        }
    }

    public byte** Pointers { get; }

    public nuint* Lengths { get; }

    public void Dispose()
    {
        for (var i = 0; i < _count; i++) NativeMemory.Free(Pointers[i]);
        NativeMemory.Free(Pointers);
        NativeMemory.Free(Lengths);
    }
}
