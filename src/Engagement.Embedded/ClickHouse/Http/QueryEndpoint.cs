using System.Buffers;
using System.Collections.Concurrent;
using Engagement.Embedded.ClickHouse.Native;
using Microsoft.AspNetCore.Http;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>
/// Runs the query of a request in a session of its own, which is closed after it: no setting, database or temporary table
/// can reach another request. Thread-safe.
/// </summary>
internal sealed class QueryEndpoint(ChdbEngine engine, ServerFacts server, ClickHouseServerOptions options, TimeProvider time) : IDisposable
{
    private const int RowsPiece = 1 << 20;

    private readonly EngineThreads _threads = new("ClickHouse", options.Connections);
    private readonly EngineThreads _killer = new("ClickHouse kill", 1);
    private readonly SemaphoreSlim _places = new(options.Connections);
    private readonly ConcurrentDictionary<string, bool> _running = new();

    public async Task HandleAsync(HttpContext http)
    {
        await using var answer = new Answer(http, server);
        try
        {
            var request = QueryRequest.Read(http.Request);
            answer.Begin(request);
            Credentials.Check(http.Request, options.Password);
            await using var body = RequestBody.Open(http.Request);
            var statement = await RequestStatement.ReadAsync(request.QueryBytes(), body, http.RequestAborted);
            if (!_running.TryAdd(request.QueryId, true))
                throw new ChdbException(ErrorCode.QueryWithSameIdIsAlreadyRunning, $"Query with id = {request.QueryId} is already running.");
            try
            {
                await InPlaceAsync(request, statement, answer, http.RequestAborted);
            }
            finally
            {
                _running.TryRemove(request.QueryId, out _);
            }
        }
        catch (ChdbException e) when (!http.RequestAborted.IsCancellationRequested)
        {
            await answer.FailAsync(e);
        }
        catch (InvalidDataException e) when (!http.RequestAborted.IsCancellationRequested)
        {
            await answer.FailAsync(new ChdbException(ErrorCode.ZlibInflateFailed, $"The body is not what its Content-Encoding says: {e.Message}"));
        }
        catch (Exception e) when (http.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException or ChdbException)
        {
            // The client is gone: nobody is left to tell.
        }
    }

    /// <summary>Ends when no request is in the engine any more.</summary>
    public async Task DrainAsync()
    {
        for (var i = 0; i < options.Connections; i++) await _places.WaitAsync();
    }

    /// <summary>Only after <see cref="DrainAsync"/>.</summary>
    public void Dispose()
    {
        _threads.Dispose();
        _killer.Dispose();
        _places.Dispose();
    }

    private async Task InPlaceAsync(QueryRequest request, RequestStatement statement, Answer answer, CancellationToken aborted)
    {
        await _places.WaitAsync(aborted);
        try
        {
            var session = await _threads.RunAsync(() => Open(request));
            try
            {
                await using (new RunningQuery(engine, _killer, request.Mark, time, aborted))
                {
                    if (statement.Rows is { } rows) await InsertAsync(session, request, statement, rows.First, rows.Further, answer, aborted);
                    else await QueryAsync(session, request, statement, answer, aborted);
                }
            }
            finally
            {
                await _threads.RunAsync(session.Dispose);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    private ChdbConnection Open(QueryRequest request)
    {
        var session = engine.Connect();
        try
        {
            foreach (var statement in request.SessionStatements(options.MaxQueryMemory)) session.Execute(statement);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private async Task QueryAsync(ChdbConnection session, QueryRequest request, RequestStatement statement, Answer answer, CancellationToken aborted)
    {
        var (count, kind) = session.Classify(statement.Sql.Span);
        if (count > 1) throw new ChdbException(ErrorCode.SyntaxError, "Multi-statements are not allowed");
        aborted.ThrowIfCancellationRequested();

        var stream = kind == StatementClass.ReadOnly
            ? await _threads.RunAsync(() => session.Stream(statement.Sql.Span, request.Format, request.Parameters))
            : null;
        if (stream is null)
        {
            using IDisposable result = await _threads.RunAsync(() => session.Query(statement.Sql.Span, request.Format, request.Parameters));
            var whole = (ChdbResult)result;
            if (whole.Memory.Length > 0) answer.OfFormat(statement.Format ?? request.Format);
            await answer.WriteAsync(whole.Memory, whole.Counts);
            await answer.CompleteAsync();
            return;
        }

        try
        {
            answer.OfFormat(statement.Format ?? request.Format);
            while (await _threads.RunAsync(stream.Fetch) is { } chunk)
                using (chunk as IDisposable)
                    await answer.WriteAsync(chunk.Memory, chunk.Counts);
            await answer.CompleteAsync();
        }
        finally
        {
            await _threads.RunAsync(stream.Dispose);
        }
    }

    private async Task InsertAsync(
        ChdbConnection session, QueryRequest request, RequestStatement statement, ReadOnlyMemory<byte> first, Stream further, Answer answer, CancellationToken aborted)
    {
        var insert = await _threads.RunAsync(() => session.Insert(statement.Sql.Span, statement.Format!, request.Parameters));
        var piece = ArrayPool<byte>.Shared.Rent(RowsPiece);
        try
        {
            var isOpen = first.Length == 0 || await _threads.RunAsync(() => insert.Append(first.Span));
            while (isOpen)
            {
                var read = await further.ReadAtLeastAsync(piece, RowsPiece, throwOnEndOfStream: false, aborted);
                if (read == 0) break;
                isOpen = await _threads.RunAsync(() => insert.Append(piece.AsSpan(0, read)));
            }
            var counts = await _threads.RunAsync(insert.Done);
            await answer.CompleteAsync(counts with { ReadRows = counts.WrittenRows, ReadBytes = counts.WrittenBytes });
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
            await _threads.RunAsync(insert.Dispose);
        }
    }
}
