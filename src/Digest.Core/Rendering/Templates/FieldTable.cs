using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>The fields that templates see of one kind of thing, and how each is had of it. Values are made when a template comes to them: what is not printed is not made.</summary>
internal sealed class FieldTable<T>(params ReadOnlySpan<(string Name, Func<T, TemplateValue> Value)> fields)
    where T : class
{
    private readonly (string Name, Func<T, TemplateValue> Value)[] fields = fields.ToArray();
    private Func<T, TemplateValue>? of;

    public MapValue Of(T item) => new Seen(item, this);

    public TemplateValue OrNull(T? item) => item is null ? TemplateValue.Null : Of(item);

    public ListValue Each(ImmutableArray<T> items) => MappedItems<T>.List(items, of ??= Of);

    private sealed record Seen(T Item, FieldTable<T> Table) : MapValue
    {
        public override IEnumerable<string> Names => Table.fields.Select(named => named.Name);

        public override TemplateValue? Field(string name)
        {
            foreach (var field in Table.fields)
            {
                if (field.Name == name)
                    return field.Value(Item);
            }

            return null;
        }
    }
}
