namespace Digest.Storage.Tests;

/// <summary>A place for stores that no other test writes to.</summary>
public interface IStorePlace : IAsyncLifetime
{
    /// <summary>Stores on which nothing is yet. Opened again under the same name, they hold what was written.</summary>
    Stores Open(string name, TimeProvider clock);
}
