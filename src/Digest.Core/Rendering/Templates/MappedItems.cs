using System.Collections;
using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>A list whose items are made of others when a template comes to them.</summary>
internal sealed class MappedItems<T>(ImmutableArray<T> items, Func<T, TemplateValue> map) : IReadOnlyList<TemplateValue>
{
    public int Count => items.Length;

    public TemplateValue this[int index] => map(items[index]);

    public static ListValue List(ImmutableArray<T> items, Func<T, TemplateValue> map) => items.IsEmpty ? ListValue.Empty : new(new MappedItems<T>(items, map));

    public IEnumerator<TemplateValue> GetEnumerator() => items.Select(map).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
