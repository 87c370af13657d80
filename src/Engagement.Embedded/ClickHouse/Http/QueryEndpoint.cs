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
    private const int ResultPiece = 256 << 10;

    private readonly EngineThreads _threads = new("ClickHouse", options.Connections);
    private readonly EngineThreads _readers = new("ClickHouse results", options.Connections);
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
        _readers.Dispose();
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

        if (kind == StatementClass.ReadOnly && statement.OutfileAt is not null)
        {
            using var pipe = new ResultPipe();
            var select = statement.Into(pipe.Path, request.Format);
            if (session.Classify(select) is (1, StatementClass.Control))
            {
                await StreamAsync(session, request, select, pipe, statement.Format ?? request.Format, answer);
                return;
            }
        }
        using IDisposable result = await _threads.RunAsync(() => session.Query(statement.Sql.Span, request.Format, request.Parameters));
        var whole = (ChdbResult)result;
        if (whole.Memory.Length > 0)
        {
            answer.OfFormat(statement.Format ?? request.Format);
            await answer.WriteAsync(whole.Memory);
        }
        await answer.CompleteAsync(whole.Counts);
    }

    private async Task StreamAsync(ChdbConnection session, QueryRequest request, byte[] select, ResultPipe pipe, string format, Answer answer)
    {
        var run = _threads.RunAsync(() =>
        {
            try
            {
                using IDisposable result = session.Query(select, request.Format, request.Parameters);
                return ((ChdbResult)result).Counts;
            }
            finally
            {
                pipe.EndWriting();
            }
        });
        var piece = ArrayPool<byte>.Shared.Rent(ResultPiece);
        try
        {
            answer.OfFormat(format);
            while (await _readers.RunAsync(() => pipe.Read(piece)) is > 0 and var read)
                await answer.WriteAsync(piece.AsMemory(0, read));
            await answer.CompleteAsync(await run);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
            pipe.Dispose(); // an engine that still writes, to a client that is gone, fails
            await Task.WhenAny(run); // its error, if any, was thrown above
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
