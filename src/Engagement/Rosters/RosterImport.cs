using Engagement.People.Enrolments;

namespace Engagement.Rosters;

/// <summary>Takes the rows of a file that are enrolments, and tells of each that is none.</summary>
internal sealed class RosterImport(EnrolmentReader reader, EnrolmentStore store, TextWriter faults)
{
    private readonly List<Enrolment> _open = [];

    public int Taken { get; private set; }

    public int Refused { get; private set; }

    /// <exception cref="Hosting.Fault">The file can't be read to its end.</exception>
    public async Task RunAsync(string file, CancellationToken cancel)
    {
        try
        {
            foreach (var (line, result) in RosterFile.Read(file, reader))
            {
                if (result.Enrolment is { } enrolment) _open.Add(enrolment);
                else Refused++;
                foreach (var fault in result.Faults) await faults.WriteLineAsync($"{file}, line {line}: {Column(fault.Path)}{fault.Reason}");
                if (_open.Count == EnrolmentStore.MostAtOnce) await SaveAsync(cancel);
            }
        }
        finally
        {
            await SaveAsync(cancel);
        }
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        if (_open.Count == 0) return;
        await store.SaveAsync(_open, cancel);
        Taken += _open.Count;
        _open.Clear();
    }

    private static string Column(string path) => path.Length > 2 ? path[2..] + ": " : "";
}
