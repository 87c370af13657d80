using Engagement.Ingest.Consuming;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Ingest;

/// <summary>Random deliveries, flushes ending in any order or never, revocations, losses, and logs made anew.</summary>
public class AssignmentProperties
{
    [Fact]
    public void No_offset_is_stored_past_a_message_that_is_not_durable() =>
        Prop.ForAll<int[]>(script =>
        {
            var world = new World();
            foreach (var step in script) world.Step(step);
            return true; // World throws where a stored offset is ahead
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(300));

    [Fact]
    public void Once_all_flushes_end_well_every_message_is_durable_and_passed() =>
        Prop.ForAll<int[]>(script =>
        {
            var world = new World();
            foreach (var step in script) world.Step(step);
            world.Settle();
            return world.IsAllPassed;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(300));

    private sealed class World
    {
        private const int Partitions = 3;

        private readonly Assignment _assignment = new();
        private readonly Log[] _logs = [.. Enumerable.Range(0, Partitions).Select(_ => new Log())];
        private readonly Dictionary<PartitionTracker, List<Sent>> _unsealed = [];
        private readonly List<(OffsetRange Range, List<Sent> Messages)> _flights = [];
        private readonly HashSet<Sent> _durable = [];

        public World()
        {
            for (var p = 0; p < Partitions; p++) _assignment.Add(p);
        }

        public bool IsAllPassed => _logs.All(log => log.Committed == log.End && Enumerable.Range(0, log.End)
            .Where(Log.Exists).All(o => _durable.Contains(new Sent(log, log.Incarnation, o))));

        public void Step(int step)
        {
            var choice = (uint)step;
            var partition = (int)(choice / 16 % Partitions);
            switch (choice % 16)
            {
                case < 6: Deliver(partition, 1 + (int)(choice / 64 % 5)); break;
                case < 9: Seal(); break;
                case < 13 when _flights.Count > 0: Complete((int)(choice / 64 % _flights.Count)); break;
                case 13: Leave(partition, inOrder: true); break;
                case 14: Leave(partition, inOrder: false); break;
                case 15:
                    _logs[partition].StartOver();
                    Deliver(partition, 1);
                    break;
            }
        }

        public void Settle()
        {
            for (var p = 0; p < Partitions; p++) Deliver(p, int.MaxValue);
            Seal();
            while (_flights.Count > 0) Complete(_flights.Count - 1);
        }

        private void Deliver(int partition, int count)
        {
            var log = _logs[partition];
            if (log.End == log.Position && count < int.MaxValue) log.Grow(count);
            for (; count > 0 && log.Position < log.End; count--, log.Position++)
            {
                if (!Log.Exists(log.Position)) continue;
                var tracker = _assignment.Deliver(partition, log.Position, out _);
                if (!_unsealed.TryGetValue(tracker, out var messages)) _unsealed.Add(tracker, messages = []);
                messages.Add(new Sent(log, log.Incarnation, log.Position));
            }
        }

        private void Seal()
        {
            foreach (var (tracker, messages) in _unsealed)
                if (!tracker.IsAbandoned) _flights.Add((tracker.Seal(messages[^1].Offset), messages));
            _unsealed.Clear();
        }

        private void Complete(int flight)
        {
            var (range, messages) = _flights[flight];
            _flights.RemoveAt(flight);
            _durable.UnionWith(messages);
            if (range.Partition.Complete(range) is not { } offset) return;
            var log = _logs[range.Partition.Partition];
            if (offset <= log.Committed) throw new InvalidOperationException($"Stored {offset} after {log.Committed}");
            for (var o = 0; o < offset; o++)
                if (Log.Exists(o) && !_durable.Contains(new Sent(log, log.Incarnation, o)))
                    throw new InvalidOperationException($"Stored {offset}, but {o} is not durable");
            log.Committed = (int)offset;
        }

        // Another worker may have it for a while; then it comes back and is read from the committed offset.
        private void Leave(int partition, bool inOrder)
        {
            if (inOrder)
            {
                var tracker = _assignment.Abandon(partition)!;
                for (var i = _flights.FindIndex(f => f.Range.Partition == tracker); i >= 0; i = _flights.FindIndex(f => f.Range.Partition == tracker)) Complete(i);
            }
            _assignment.Remove(partition);
            _assignment.Add(partition);
            _logs[partition].Position = _logs[partition].Committed;
        }

        private sealed record Sent(Log Log, int Incarnation, int Offset);

        private sealed class Log
        {
            public int Incarnation { get; private set; }
            public int End { get; private set; }
            public int Position { get; set; }
            public int Committed { get; set; }

            // Holes, as compaction and transaction markers leave them. Never at the end.
            public static bool Exists(int offset) => offset % 7 != 3;

            public void Grow(int messages)
            {
                End += messages;
                if (!Exists(End - 1)) End++;
            }

            public void StartOver()
            {
                // As the consumer sees it, a log that is made anew before anything was read of the old one is the same log.
                if (Position == 0) return;
                Incarnation++;
                End = 1;
                Position = Committed = 0;
            }
        }
    }
}
