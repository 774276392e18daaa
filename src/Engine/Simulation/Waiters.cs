namespace Emulator.Simulation;

/// <summary>
/// Who waits for something of a kind to come, each for one that fits. The one that brings something looks through them
/// once: none that waits looks for it, takes a turn or is woken for what isn't meant, so that thousands cost the others
/// next to nothing.
/// </summary>
/// <typeparam name="T">What is waited for.</typeparam>
/// <param name="placesOf">Where one can be found by those who wait at a place: for each that it names, they alone are
/// asked.</param>
internal sealed class Waiters<T>(Func<T, IEnumerable<string>> placesOf)
    where T : class
{
    private readonly Lock gate = new();
    private readonly HashSet<Waiter> anywhere = [];
    private readonly Dictionary<string, HashSet<Waiter>> places = new(StringComparer.OrdinalIgnoreCase);
    private volatile int count;

    /// <summary>How many wait.</summary>
    public int Count => count;

    /// <summary>Waits from now on; dispose it when no longer.</summary>
    /// <param name="fits">Whether one is meant.</param>
    /// <param name="place">The place that it must be found at; null for any.</param>
    public Waiter Add(Func<T, bool> fits, string? place = null)
    {
        var waiter = new Waiter(this, fits, place);
        lock (gate)
        {
            if (place is null)
            {
                anywhere.Add(waiter);
            }
            else if (places.TryGetValue(place, out var there))
            {
                there.Add(waiter);
            }
            else
            {
                places[place] = [waiter];
            }

            count++;
        }

        return waiter;
    }

    /// <summary>One has come: those that wait for it have it.</summary>
    public void Tell(T come)
    {
        if (count == 0)
        {
            return;
        }

        lock (gate)
        {
            foreach (var waiter in anywhere)
            {
                waiter.Look(come);
            }

            if (places.Count > 0)
            {
                foreach (var place in placesOf(come))
                {
                    if (places.TryGetValue(place, out var there))
                    {
                        foreach (var waiter in there)
                        {
                            waiter.Look(come);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Everything is otherwise, or at an end: all look again.</summary>
    public void LookAgain()
    {
        lock (gate)
        {
            foreach (var waiter in anywhere.Concat(places.Values.SelectMany(there => there)))
            {
                waiter.LookAgain();
            }
        }
    }

    private void Remove(Waiter waiter, string? place)
    {
        lock (gate)
        {
            if (place is null)
            {
                count -= anywhere.Remove(waiter) ? 1 : 0;
            }
            else if (places.TryGetValue(place, out var there) && there.Remove(waiter))
            {
                count--;
                if (there.Count == 0)
                {
                    places.Remove(place);
                }
            }
        }
    }

    /// <summary>Somebody who waits.</summary>
    internal sealed class Waiter(Waiters<T> among, Func<T, bool> fits, string? place) : IDisposable
    {
        private readonly TaskCompletionSource<T?> come = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The first that fits and came since; null when it is time to look again at what is there.</summary>
        public Task<T?> Come => come.Task;

        public void Look(T one)
        {
            if (!come.Task.IsCompleted && fits(one))
            {
                come.TrySetResult(one);
            }
        }

        public void LookAgain() => come.TrySetResult(null);

        public void Dispose() => among.Remove(this, place);
    }
}
