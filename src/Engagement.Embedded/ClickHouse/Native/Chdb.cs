using System.Runtime.InteropServices;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>The C interface of libchdb. Sizes are bytes; texts are UTF-8 and given with their length.</summary>
internal static unsafe partial class Chdb
{
    /// <summary>By this name <see cref="NativeLibraries"/> knows it.</summary>
    public const string Library = "chdb";

    /// <summary>What a statement would do, as ClickHouse's own parser reads it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Analysis
    {
        public uint StructSize;
        public uint StatementCount;
        public uint Flags;
        public StatementClass Class;
    }

    [LibraryImport(Library, EntryPoint = "chdb_set_signal_handlers_enabled")]
    public static partial void SetSignalHandlersEnabled(int enabled);

    /// <returns>A pointer to the connection; null where the engine refused.</returns>
    [LibraryImport(Library, EntryPoint = "chdb_connect")]
    public static partial nint* Connect(int count, byte** arguments);

    [LibraryImport(Library, EntryPoint = "chdb_close_conn")]
    public static partial void Close(nint* connection);

    /// <returns>0 once no thread of the engine runs. No connection may be open.</returns>
    [LibraryImport(Library, EntryPoint = "chdb_shutdown")]
    public static partial int Shutdown();

    [LibraryImport(Library, EntryPoint = "chdb_classify_query_n")]
    public static partial int Classify(nint connection, byte* sql, nuint sqlLength, byte* database, nuint databaseLength, Analysis* analysis);

    [LibraryImport(Library, EntryPoint = "chdb_query_with_params_n")]
    public static partial nint Query(nint connection, byte* sql, nuint sqlLength, byte* format, nuint formatLength,
        byte** names, nuint* nameLengths, byte** values, nuint* valueLengths, nuint count);

    [LibraryImport(Library, EntryPoint = "chdb_destroy_query_result")]
    public static partial void Destroy(nint result);

    [LibraryImport(Library, EntryPoint = "chdb_result_buffer")]
    public static partial byte* Buffer(nint result);

    [LibraryImport(Library, EntryPoint = "chdb_result_length")]
    public static partial nuint Length(nint result);

    [LibraryImport(Library, EntryPoint = "chdb_result_rows_read")]
    public static partial ulong ResultRows(nint result);

    [LibraryImport(Library, EntryPoint = "chdb_result_bytes_read")]
    public static partial ulong ResultBytes(nint result);

    [LibraryImport(Library, EntryPoint = "chdb_result_storage_rows_read")]
    public static partial ulong ReadRows(nint result);

    [LibraryImport(Library, EntryPoint = "chdb_result_storage_bytes_read")]
    public static partial ulong ReadBytes(nint result);

    [LibraryImport(Library, EntryPoint = "chdb_result_rows_written")]
    public static partial ulong WrittenRows(nint result);

    [LibraryImport(Library, EntryPoint = "chdb_result_bytes_written")]
    public static partial ulong WrittenBytes(nint result);

    [LibraryImport(Library, EntryPoint = "chdb_result_error")]
    public static partial byte* Error(nint result);

    /// <summary>The statement comes without its FORMAT clause and without data.</summary>
    [LibraryImport(Library, EntryPoint = "chdb_stream_insert_with_params_n")]
    public static partial nint StreamInsert(nint connection, byte* sql, nuint sqlLength, byte* format, nuint formatLength,
        byte** names, nuint* nameLengths, byte** values, nuint* valueLengths, nuint count);

    [LibraryImport(Library, EntryPoint = "chdb_stream_insert_error")]
    public static partial byte* InsertError(nint insert);

    /// <summary>Copies the bytes; blocks while the engine is behind.</summary>
    [LibraryImport(Library, EntryPoint = "chdb_stream_append")]
    public static partial int Append(nint insert, byte* data, nuint length);

    /// <summary>Commits.</summary>
    [LibraryImport(Library, EntryPoint = "chdb_stream_done")]
    public static partial nint Done(nint insert);

    [LibraryImport(Library, EntryPoint = "chdb_stream_cancel_insert")]
    public static partial void CancelInsert(nint insert);

    [LibraryImport(Library, EntryPoint = "chdb_destroy_insert_stream")]
    public static partial void DestroyInsert(nint insert);
}
