using System.Net;
using System.Net.Sockets;

namespace Engagement.Processes;

/// <summary>A loopback port nobody listens on now. Chosen by the parent, so that a child that is started again keeps its address.</summary>
public static class FreePort
{
    /// <param name="preferred">Taken where it is free.</param>
    public static int Find(int preferred = 0)
    {
        try
        {
            return Probe(preferred);
        }
        catch (SocketException) when (preferred != 0)
        {
            return Probe(0);
        }
    }

    private static int Probe(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
