using Digest.Facts;

namespace Digest.Storage.Flow;

/// <summary>The version of the code that reads, folds and renders. Builds are deterministic: the same sources give the same version.</summary>
internal static class CodeVersion
{
    public static string Current { get; } = typeof(FactExtractor).Module.ModuleVersionId.ToString("N");
}
