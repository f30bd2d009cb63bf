using Digest.Rendering;
using Digest.Storage.Analytics;

namespace Digest.Storage.Flow;

/// <summary>
/// The world as the flow sees it: its stores, its templates, its settings, its clock. What it remembers besides are readings it could do again.
/// </summary>
/// <param name="enricher">Null where no text-analytics service is asked.</param>
public sealed class DigestFlow(IBlobStore blobs, IMessageQueue queue, IMailSender mail, TemplateSet templates, FlowSettings settings, TimeProvider clock, Enricher? enricher = null)
{
    public IBlobStore Blobs { get; } = blobs;

    public IMessageQueue Queue { get; } = queue;

    public IMailSender Mail { get; } = mail;

    public TemplateSet Templates { get; } = templates;

    public FlowSettings Settings { get; } = settings;

    public TimeProvider Clock { get; } = clock;

    public Enricher? Enricher { get; } = enricher;

    internal FlowMemory Memory { get; } = new();

    internal string PublicationId => Settings.Publication.Id;
}
