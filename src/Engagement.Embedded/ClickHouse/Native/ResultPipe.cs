using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>
/// Takes the result of a SELECT out of the engine as it is made. The library's own chunks are each a document of its own
/// (a JSON result would be several), so the query writes INTO OUTFILE, and the file is this pipe.
/// </summary>
internal sealed partial class ResultPipe : IDisposable
{
    private const int SetPipeSize = 1031; // F_SETPIPE_SZ
    private const int Size = 1 << 20;

    private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.In, HandleInheritability.None);

    public ResultPipe()
    {
        var writer = (int)_pipe.ClientSafePipeHandle.DangerousGetHandle();
        Path = $"/dev/fd/{writer}";
        if (OperatingSystem.IsLinux()) Control(writer, SetPipeSize, Size); // more than the default 64 KiB only saves switches
    }

    /// <summary>Where the engine, in this same process, writes.</summary>
    public string Path { get; }

    /// <summary>Blocks until there is something.</summary>
    /// <returns>0 at the end.</returns>
    public int Read(Span<byte> buffer) => _pipe.Read(buffer);

    /// <summary>The engine has written all it will.</summary>
    public void EndWriting() => _pipe.DisposeLocalCopyOfClientHandle();

    /// <summary>Whoever still writes fails.</summary>
    public void Dispose()
    {
        EndWriting();
        _pipe.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int file, int command, int argument);
}
