using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Engagement.Embedded.ClickHouse.Native;
using Engagement.Embedded.Kafka;

namespace Engagement.Embedded;

/// <summary>Where the engines' native libraries are.</summary>
internal static class NativeLibraries
{
    /// <summary>
    /// The builds of librdkafka that its package brings, in the order in which Confluent.Kafka tries them, so that a process has one of
    /// them: with Kerberos, which needs a libsasl2.so.3 that Debian and Ubuntu do not have; without; for musl. A librdkafka that
    /// <c>./engagement</c> built is by the first name.
    /// </summary>
    public static readonly string[] KafkaBuilds = [NativeClient.Library, "centos8-librdkafka", "alpine-librdkafka"];

    public delegate bool Loading(string name, out nint handle);

    /// <summary>The first build that loads.</summary>
    /// <exception cref="DllNotFoundException">None does.</exception>
    public static nint LoadKafka(Loading tryLoad)
    {
        foreach (var build in KafkaBuilds)
            if (tryLoad(build, out var handle)) return handle;
        throw new DllNotFoundException(
            $"No build of librdkafka can be loaded here, which the embedded Kafka is made of; tried were {string.Join(", ", KafkaBuilds)}. "
            + "'./engagement' fetches or builds one; 'ldd' on the files in the program's folder runtimes/ says what they lack.");
    }

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "An assembly has one resolver, and it must be there before the first call of either engine.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name switch
    {
        Chdb.Library => NativeLibrary.Load(ChdbLibrary.Path),
        NativeClient.Library => LoadKafka((string build, out nint handle) => NativeLibrary.TryLoad(build, assembly, path, out handle)),
        _ => 0,
    };
}
