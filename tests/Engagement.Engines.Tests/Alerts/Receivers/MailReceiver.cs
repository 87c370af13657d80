using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Engagement.Engines.Tests.Alerts.Receivers;

/// <summary>As much of an SMTP server as takes a mail, without encryption.</summary>
internal sealed class MailReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public MailReceiver()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What happens to the next mails, one each; none left: they are taken.</summary>
    public ConcurrentQueue<MailAnswer> Answers { get; } = new();

    /// <summary>Every mail that was taken, again or not.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await TalkAsync(client);
            }
            catch (IOException)
            {
                // The other side went away in the middle, which is its business.
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    if (!await TakeAsync(reader, writer)) return;
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 fine");
                    break;
            }
        }
    }

    private async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        var answer = Answers.TryDequeue(out var told) ? told : MailAnswer.Takes;
        if (answer is MailAnswer.Takes or MailAnswer.TakesThenCuts) Taken.Enqueue(MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()))));
        if (answer is MailAnswer.TakesThenCuts or MailAnswer.Cuts) return false;
        await writer.WriteLineAsync(answer == MailAnswer.IsBusy ? "451 later" : "250 taken");
        return true;
    }
}

internal enum MailAnswer
{
    Takes,
    TakesThenCuts,
    Cuts,
    IsBusy,
}
