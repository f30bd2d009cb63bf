using AngleSharp.Dom;
using System.Collections.Frozen;

namespace Digest.News;

/// <summary>Walks a part of an HTML page and gives its readable blocks in order.</summary>
internal static class HtmlBlocks
{
    private static readonly FrozenSet<string> Skipped = FrozenSet.Create(StringComparer.Ordinal,
        "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "iframe", "svg", "canvas", "select", "input", "textarea", "object", "embed", "audio", "video", "menu",
        "dialog", "math", "head", "label", "map");

    private static readonly FrozenSet<string> Inline = FrozenSet.Create(StringComparer.Ordinal,
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
        "u", "var", "wbr", "img", "tt", "big", "acronym", "nobr", "ruby");

    // Words that pages put into class names of what is not the story.
    private static readonly string[] FurnitureNames =
        ["related", "newsletter", "share", "social", "promo", "advert", "sponsor", "recommend", "most-read", "trending", "breadcrumb", "comments", "cookie", "subscribe", "sidebar", "pagination", "read-more", "readmore"];

    public static List<MarkedBlock> Of(INode root)
    {
        var walk = new Walk();
        walk.Run(root);
        return walk.Blocks;
    }

    /// <summary>The blocks of a piece of HTML such as an item's description.</summary>
    public static List<MarkedBlock> OfFragment(string html) => Of(HtmlPages.Parse(html).Body!);

    private sealed class Walk
    {
        private readonly System.Text.StringBuilder _line = new();
        private int _linked;

        public List<MarkedBlock> Blocks { get; } = [];

        public void Run(INode root)
        {
            // By hand instead of by recursion: a hostile page must not exhaust the stack.
            for (var node = root.FirstChild; node is not null;)
            {
                if (Enter(root, node) && node.FirstChild is { } child)
                {
                    node = child;
                    continue;
                }

                Leave(root, node);
                while (node != root && node!.NextSibling is null)
                {
                    node = node.Parent;
                    if (node != root)
                        Leave(root, node!);
                }

                node = node == root ? null : node.NextSibling;
            }

            Flush(root, root);
        }

        /// <summary>Whether what the node holds is to be read.</summary>
        private bool Enter(INode root, INode node)
        {
            if (node is IText text)
                Append(text);
            if (node is not IElement element || IsSkipped(element))
                return false;
            if (!Inline.Contains(element.LocalName))
                Flush(root, node.Parent);
            return true;
        }

        private void Leave(INode root, INode node)
        {
            if (node is IElement element && !Inline.Contains(element.LocalName) && !IsSkipped(element))
                Flush(root, node);
        }

        private void Append(IText text)
        {
            _line.Append(text.Data);
            if (text.ParentElement?.Closest("a") is not null)
                _linked += text.Data.Count(char.IsLetterOrDigit);
        }

        private void Flush(INode root, INode? owner)
        {
            var words = _line.ToString();
            _line.Clear();
            var letters = words.Count(char.IsLetterOrDigit);
            if (letters > 0)
                Blocks.Add(new(words, _linked * 10 > letters * 9 && letters < 200 && KindOf(root, owner) is not BlockKind.Title ? BlockKind.Boilerplate : KindOf(root, owner)));
            _linked = 0;
        }

        private static BlockKind? KindOf(INode root, INode? owner)
        {
            for (var node = owner; node is not null && node != root.Parent; node = node.Parent)
            {
                if (node is not IElement element)
                    continue;
                switch (element.LocalName)
                {
                    case "figcaption" or "figure":
                        return BlockKind.Caption;
                    case "h1":
                        return BlockKind.Title;
                    case "h2" or "h3" or "h4" or "h5" or "h6":
                        return BlockKind.Subhead;
                    case "li":
                        return BlockKind.ListItem;
                    default:
                        if (Names(element, "caption"))
                            return BlockKind.Caption;
                        break;
                }
            }

            return null;
        }

        private static bool IsSkipped(IElement element) =>
            Skipped.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
            || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
            || element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "search"
            || (element.LocalName is "div" or "section" or "ul" or "p" && Array.Exists(FurnitureNames, name => Names(element, name)));

        private static bool Names(IElement element, string word) => IsNamed(element.ClassName, word) || IsNamed(element.Id, word);

        /// <summary>Whether a class name has the word as a part of its own: "share-bar" has "share", "shareholders" has not.</summary>
        private static bool IsNamed(string? names, string word)
        {
            if (names is null)
                return false;
            for (var at = names.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = names.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + word.Length;
                if ((at == 0 || !char.IsAsciiLetter(names[at - 1])) && (end == names.Length || !char.IsAsciiLetterLower(names[end])))
                    return true;
            }

            return false;
        }
    }
}
