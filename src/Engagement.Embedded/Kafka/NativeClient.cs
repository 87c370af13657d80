using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Embedded.Kafka;

/// <summary>rdkafka.h, as much as it takes to make the client a mock cluster lives in, with its log led to an ILogger.</summary>
internal static unsafe partial class NativeClient
{
    /// <summary>By this name <see cref="NativeLibraries"/> knows it.</summary>
    public const string Library = "librdkafka";

    private const int Producer = 0;
    private const int ErrorBytes = 512;

    /// <summary>A client without a broker of its own.</summary>
    /// <param name="log">Handle of an <see cref="ILogger"/>, to be freed after <see cref="Destroy"/>.</param>
    /// <param name="settings">Names and values of librdkafka's configuration.</param>
    public static nint Create(GCHandle log, ReadOnlySpan<(string Name, string Value)> settings)
    {
        var error = stackalloc byte[ErrorBytes];
        var configuration = NewConfiguration();
        SetOpaque(configuration, GCHandle.ToIntPtr(log));
        SetLog(configuration, &Log);
        foreach (var (name, value) in settings)
        {
            if (Set(configuration, name, value, error, ErrorBytes) == 0) continue;
            DestroyConfiguration(configuration);
            throw Refused(error);
        }
        var client = New(Producer, configuration, error, ErrorBytes);
        if (client != 0) return client;
        DestroyConfiguration(configuration); // a failed New leaves it to us
        throw Refused(error);
    }

    [LibraryImport(Library, EntryPoint = "rd_kafka_destroy")]
    public static partial void Destroy(nint client);

    private static KafkaException Refused(byte* error) =>
        new(new Error(ErrorCode.Local_InvalidArg, $"The embedded Kafka did not start: {Marshal.PtrToStringUTF8((nint)error)}"));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Log(nint client, int level, byte* facility, byte* text)
    {
        if (GCHandle.FromIntPtr(Opaque(client)).Target is not ILogger logger) return;
        var severity = level switch // syslog's levels
        {
            <= 2 => LogLevel.Critical,
            3 => LogLevel.Error,
            4 => LogLevel.Warning,
            5 or 6 => LogLevel.Information,
            _ => LogLevel.Debug,
        };
        logger.Log(severity, "{Facility}: {Text}", Marshal.PtrToStringUTF8((nint)facility), Marshal.PtrToStringUTF8((nint)text));
    }

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_new")]
    private static partial nint NewConfiguration();

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_destroy")]
    private static partial void DestroyConfiguration(nint configuration);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Set(nint configuration, string name, string value, byte* error, nuint errorBytes);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set_opaque")]
    private static partial void SetOpaque(nint configuration, nint opaque);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set_log_cb")]
    private static partial void SetLog(nint configuration, delegate* unmanaged[Cdecl]<nint, int, byte*, byte*, void> log);

    [LibraryImport(Library, EntryPoint = "rd_kafka_opaque")]
    private static partial nint Opaque(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_new")]
    private static partial nint New(int type, nint configuration, byte* error, nuint errorBytes);
}
